import { describe, expect, it } from "vitest";
import { digestOf, translationOf, translationOfBlock } from "@/lib/report/translation/model";

const block = (titleDa: string, titleEn: string, bodyDa: string, bodyEn: string, writtenOf = { titleDa, bodyDa }) => ({
  ...{ titleDa, titleEn, bodyDa, bodyEn },
  headingTranslated: titleEn === "" ? "" : digestOf(writtenOf.titleDa),
  bodyTranslated: bodyEn === "" ? "" : digestOf(writtenOf.bodyDa),
});

describe("what is translated", () => {
  it.each([
    [{ da: "", en: " ", translated: "" }, "none"],
    [{ da: "Hej", en: "", translated: "" }, "missingEn"],
    [{ da: " ", en: "Hello", translated: digestOf("") }, "missingDa"],
    [{ da: "Hej", en: "Hello", translated: digestOf("Hej") }, "translated"],
    [{ da: "Farvel", en: "Hello", translated: digestOf("Hej") }, "stale"],
    // Kept before translations were followed.
    [{ da: "Hej", en: "Hello", translated: "" }, "translated"],
  ])("%j is %s", (text, state) => expect(translationOf(text)).toBe(state));

  it("Danish words that come back to what was translated need no new translation", () => {
    const changed = block("T", "T", "Nyt", "Old", { titleDa: "T", bodyDa: "Gammelt" });
    expect(translationOfBlock(changed)).toEqual({ heading: "translated", body: "stale" });
    expect(translationOfBlock({ ...changed, bodyDa: "Gammelt" }).body).toBe("translated");
  });
});
