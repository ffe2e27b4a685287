import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { remarkIn, remarkWith } from "@/lib/language/model";

describe("a remark", () => {
  it("is shown in the reader's language where it was written in both", () => {
    const both = "Varmen er forbruget i 2022. | The heat is the consumption of 2022.";
    expect(remarkIn(both, "da")).toBe("Varmen er forbruget i 2022.");
    expect(remarkIn(both, "en")).toBe("The heat is the consumption of 2022.");
  });

  it("is left as it was written otherwise", () => {
    for (const text of ["", "Vejet igen", "a|b", "måler 1 | måler 2 | måler 3"]) {
      expect(remarkIn(text, "da")).toBe(text);
      expect(remarkIn(text, "en")).toBe(text);
    }
  });

  it("keeps the half for the other language when a reader writes the own one anew", () => {
    const both = "Fra elregningen. | From the electricity bill.";
    expect(remarkWith(both, "Fra måleren.", "da")).toBe("Fra måleren. | From the electricity bill.");
    expect(remarkWith(both, "From the meter.", "en")).toBe("Fra elregningen. | From the meter.");
    expect(remarkWith(both, "", "da"), "taken away, it is taken away for all").toBe("");
    expect(remarkWith(both, "Måler 7 | Meter 7", "en"), "both at once").toBe("Måler 7 | Meter 7");
    expect(remarkWith("Vejet igen", "Vejet to gange", "en")).toBe("Vejet to gange");
  });

  it("what was only looked at is not changed, and what was written is what is read", () => {
    const words = fc.string({ maxLength: 12 });
    const remark = fc.array(words, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" | "));
    const locale = fc.constantFrom("da" as const, "en" as const);
    fc.assert(
      fc.property(remark, locale, (kept, reader) => {
        expect(remarkWith(kept, remarkIn(kept, reader), reader)).toBe(kept);
      }),
    );
    fc.assert(
      fc.property(remark, words, locale, (kept, said, reader) => {
        fc.pre(!`${said} | `.startsWith("| ") && !/ \|$|^\| /.test(said));
        expect(remarkIn(remarkWith(kept, said, reader), reader)).toBe(remarkIn(said, reader));
      }),
    );
  });
});
