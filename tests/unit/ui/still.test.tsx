import fc from "fast-check";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { pieceOf } from "@/components/ui/still/markup";

const Name = ({ text, children }: { text: string; children?: ReactNode }) => (
  <b title={text}>
    {text}
    {children}
  </b>
);
const Waits = async () => Promise.resolve(<b>later</b>);
const Client = Object.assign(() => <b>client</b>, { $$typeof: Symbol.for("react.client.reference") });

const text = fc.oneof(fc.string(), fc.constantFrom('"', "<b>&'", "CO₂ – æøå", ""));
const attributes = fc.record(
  {
    className: text,
    id: text,
    title: text,
    hidden: fc.boolean(),
    tabIndex: fc.integer({ min: -1, max: 0 }),
    "aria-hidden": fc.boolean(),
    "aria-label": text,
    "data-u": text,
    href: text.map((part) => `/${part}`),
    style: fc.constantFrom({ "--n": 3 }, { "--n": "2px", marginLeft: "4px" }),
    colSpan: fc.integer({ min: 1, max: 9 }),
    lang: fc.constantFrom("da", "en", undefined),
    strokeWidth: fc.integer({ min: 1, max: 3 }),
    viewBox: fc.constant("0 0 16 16"),
    role: fc.constantFrom("row", null),
  },
  { requiredKeys: [] },
);
const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(text, fc.integer(), fc.constantFrom(null, undefined, true, false)),
    fc
      .tuple(fc.constantFrom("p", "td", "span", "svg", "a"), attributes, fc.array(tie("tree"), { maxLength: 4 }))
      .map(([tag, given, inside]) => createElement(tag, given, ...inside)),
    fc.array(tie("tree"), { maxLength: 3 }).map((inside) => createElement(Fragment, null, ...inside)),
    fc.tuple(text, tie("tree")).map(([said, inside]) => createElement(Name, { text: said }, inside)),
    attributes.map((given) => createElement("img", given)),
  ),
}));

describe("HTML kept of a part of a page", () => {
  test("is what React itself renders, whatever the tree", () => {
    fc.assert(
      fc.property(tree, (node) => {
        const piece = pieceOf(node);
        expect(piece.html).toBe(renderToStaticMarkup(node));
        expect(renderToStaticMarkup(piece.node)).toBe(renderToStaticMarkup(node));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ["a client component", <Client key="c" />],
    ["a component that waits", <Waits key="w" />],
    ["a form control", <input key="i" name="q" />],
    ["a promise", Promise.resolve("later")],
  ])("stops at %s, which stays alive, and keeps what stands beside it", (_, living) => {
    const piece = pieceOf(
      <section>
        <p className="still">
          one <b>two</b>
        </p>
        <div>{living}</div>
      </section>,
    );
    expect(piece.html).toBeNull();
    const section = piece.node as { props: { children: { props: { children: ReactNode[] } } } };
    const [still, alive] = section.props.children.props.children as { props: Record<string, unknown> }[];
    expect(still!.props).toEqual({ className: "still", dangerouslySetInnerHTML: { __html: "one <b>two</b>" } });
    expect(alive!.props.children).toBe(living);
  });

  test("a link that would run a script is refused", () => {
    for (const href of [" javascript:alert(1)", "java\nscript:alert(1)"])
      expect(() => pieceOf(createElement("a", { href }))).toThrow("may not run a script");
  });
});
