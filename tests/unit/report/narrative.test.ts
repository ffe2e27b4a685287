import { describe, expect, test } from "vitest";
import { chartWordsOf, comparisonOf, itemsOf, paragraphsOf } from "@/lib/report/narrative/model";

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

  test("a comparison without a head row loses no answer to it; years name the sides", () => {
    const read = comparisonOf("Share.\n\nOne | 97 | 90\nTwo | 98,5 | 96");
    expect(read).toMatchObject({ head: null, note: "" });
    expect(read!.rows).toEqual([
      { question: "One", own: "97", other: "90" },
      { question: "Two", own: "98,5", other: "96" },
    ]);
    expect(comparisonOf("Share.\n\nQ | 2023 | 2022\nOne | 97 | 90")).toMatchObject({
      head: ["Q", "2023", "2022"],
      rows: [{ question: "One", own: "97", other: "90" }],
    });
  });
});
