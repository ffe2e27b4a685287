import { describe, expect, it } from "vitest";
import { remarkIn } from "@/lib/language/model";

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
});
