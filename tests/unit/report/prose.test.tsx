import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it, test } from "vitest";
import { Markdown, Runs } from "@/components/report/prose/markdown";
import { pieceOf } from "@/components/ui/still/markup";
import { documentOf } from "@/components/report/prose/reading";
import { bound } from "@/lib/report/narrative/binding/model";
import { opaque, spoken } from "@/lib/report/narrative/opaque/model";

const read = (body: string, level = 3) => renderToStaticMarkup(<Markdown body={body} level={level} />);
const line = (text: string) => renderToStaticMarkup(<Runs text={text} />);

describe("a text as Markdown", () => {
  it.each([
    [
      "One\nstill one.\n\nTwo *three* **four**.",
      "<p>One\nstill one.</p>\n<p>Two <em>three</em> <strong>four</strong>.</p>",
    ],
    ["# A\n\n### B\n\n# C", "<h3>A</h3>\n<h4>B</h4>\n<h3>C</h3>"],
    ["- a\n- b\n\n1. c", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n<ol>\n<li>c</li>\n</ol>"],
    [
      "[a](https://example.org) [b](#producer) [c](mailto:a@b.dk)",
      '<p><a href="https://example.org">a</a> <a href="#producer">b</a> <a href="mailto:a@b.dk">c</a></p>',
    ],
    ["[a](/elsewhere) [b](javascript:alert(1)) [c](data:text/html,x)", "<p>a b c</p>"],
    ["<i>c</i> <script>alert(1)</script>", "<p>&lt;i&gt;c&lt;/i&gt; &lt;script&gt;alert(1)&lt;/script&gt;</p>"],
    [
      "    four spaces\n\n> quoted ~~struck~~ `code` [^1]\n\n---",
      "<p>four spaces</p>\n<p>&gt; quoted ~~struck~~ `code` [^1]</p>\n<p>---</p>",
    ],
    [
      "Up {{kpi:x}} **by {{y}}**.",
      '<p>Up <mark class="unbound" lang="zxx">{{kpi:x}}</mark> <strong>by <mark class="unbound" lang="zxx">{{y}}</mark></strong>.</p>',
    ],
    [`${opaque("86")}. This is no list\n\n${opaque(">70 *x*")}`, "<p>86. This is no list</p>\n<p>&gt;70 *x*</p>"],
  ])("%j", (body, html) => expect(read(body)).toBe(html));

  it.each([
    ["Up 26 % since 2019, 20\n% recycled", "Up 26 % since 2019, 20 % recycled"],
    [opaque("4,5 %") + " more", "4,5 % more"],
    ["§ 99 a and § 107 d, §§ 5 and 6", "§ 99 a and § 107 d, §§ 5 and 6"],
    ["6 percent, % of all, a § alone", "6 percent, % of all, a § alone"],
  ])("no line parts %j", (text, read) => {
    expect(line(text)).toBe(read);
    expect(bound(read)).toBe(read);
  });

  it("no line parts a bold number from its sign", () => expect(line("**26** %")).toBe("<strong>26</strong> %"));

  it("an editor is given common spaces", () => {
    expect(JSON.stringify(documentOf("**26** % and § 99 a, 5 %"))).not.toContain(" ");
  });

  it("has tables", () => {
    expect(read("| a | b |\n|---|--:|\n| 1 | 2 |").replace(/\n/g, "")).toBe(
      '<table class="pt"><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
    );
  });

  it("in a line nothing begins a list or heading", () => {
    expect(line("4. kvartal **fed** {{kpi:x}}")).toBe(
      '4. kvartal <strong>fed</strong> <mark class="unbound" lang="zxx">{{kpi:x}}</mark>',
    );
    expect(line("# 1 - + a | b")).toBe("# 1 - + a | b");
    expect(line("a **b** <i>c</i> **")).toBe("a <strong>b</strong> &lt;i&gt;c&lt;/i&gt; **");
  });
});

const anything = fc.string({
  unit: fc.constantFrom(
    "*",
    "**",
    "_",
    "a",
    "B",
    " ",
    "\n",
    "\n\n",
    "|",
    "-",
    "1.",
    "#",
    "[",
    "](",
    ")",
    "<",
    ">",
    "<b>",
    "`",
    "{{kpi:x}}",
    "{{",
    "https://a.dk",
    "javascript:",
    "!",
    "~",
    "\\",
    "&lt;",
  ),
  maxLength: 40,
});

test("nothing anybody can type becomes an element a text does not have, and Still says the same as React", () => {
  fc.assert(
    fc.property(anything, (text) => {
      for (const part of [<Markdown key="a" body={text} level={3} />, <Runs key="b" text={text} />]) {
        const html = renderToStaticMarkup(part);
        const tags = [...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, tag]) => tag);
        expect(
          tags.filter((tag) => !/^(h[3-6]|p|ul|ol|li|strong|em|a|br|table|thead|tbody|tr|th|td|mark)$/.test(tag!)),
        ).toEqual([]);
        expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, to]) => !/^(#|https?:|mailto:)/.test(to!))).toEqual([]);
        expect(pieceOf(part).html).toBe(html);
      }
    }),
    { numRuns: 400 },
  );
});

test("an opaque word means nothing to Markdown and comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
      expect(spoken(opaque(text))).toBe(text);
      expect(opaque(text).slice(1, -1)).not.toMatch(/[\s\p{P}\p{S}]/u);
    }),
  );
});
