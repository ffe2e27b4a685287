import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartWordsOf, comparisonOf, itemsOf, paragraphsOf, runsOf } from "@/lib/report/narrative/model";

describe("narrative", () => {
  test("a blank line separates paragraphs, also one with spaces in it", () => {
    expect(paragraphsOf("One\nstill one.\n\nTwo.\n  \n\nThree.")).toEqual(["One\nstill one.", "Two.", "Three."]);
    expect(paragraphsOf("  \n\n ")).toEqual([]);
  });

  test("an item a line; the part before the first bar is set large", () => {
    expect(itemsOf("732 | orders | a month\n\n- plain\n* 5 → 1 | deliveries\n-17 | degrees")).toEqual([
      { figure: "732", text: "orders | a month" },
      { figure: null, text: "plain" },
      { figure: "5 → 1", text: "deliveries" },
      { figure: "-17", text: "degrees" },
    ]);
  });

  test("two stars make bold, nothing else is markup", () => {
    expect(runsOf("a **b** <i>c</i> **")).toEqual([
      { text: "a ", kind: "plain" },
      { text: "b", kind: "bold" },
      { text: " <i>c</i> **", kind: "plain" },
    ]);
  });

  test("a reference that says nothing is marked, also in bold", () => {
    expect(runsOf("Up {{kpi:x}} **by {{y}}**.")).toEqual([
      { text: "Up ", kind: "plain" },
      { text: "{{kpi:x}}", kind: "unbound" },
      { text: " ", kind: "plain" },
      { text: "by ", kind: "bold" },
      { text: "{{y}}", kind: "unbound" },
      { text: ".", kind: "plain" },
    ]);
  });

  test("cutting into pieces loses nothing but the stars around bold ones", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("*", "**", "a", " ", "\n", "|") }), (text) => {
        expect(
          runsOf(text)
            .map(({ text: piece, kind }) => (kind === "bold" ? `**${piece}**` : piece))
            .join(""),
        ).toBe(text);
      }),
    );
  });

  test("a chart's words: measure, note, words beside it; a dash leaves the note out", () => {
    expect(chartWordsOf("Per cent.\n\n-\n\n8 | missing")).toEqual({
      subtitle: "Per cent.",
      note: "",
      aside: { figure: "8", text: "missing" },
    });
    expect(chartWordsOf("Per cent.")).toEqual({ subtitle: "Per cent.", note: "", aside: null });
  });

  test("a comparison keeps rows with two figures and leaves out the rest", () => {
    const read = comparisonOf("Share.\n\nQ | Own | Other\nOne | 95 | 74\nTwo | 9,5 | x\nThree | 8\n\nNote.");
    expect(read).toEqual({
      subtitle: "Share.",
      head: ["Q", "Own", "Other"],
      rows: [{ question: "One", own: "95", other: "74" }],
      note: "Note.",
    });
    expect(comparisonOf("only words")).toBeNull();
  });
});
