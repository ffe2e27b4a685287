import { describe, expect, test } from "vitest";
import { addNoteSchema } from "@/lib/setup/note/schema";
import { themeFrom, themeLine } from "@/lib/setup/pillar/model";
import { addPillarSchema } from "@/lib/setup/pillar/schema";

const note = { org: "x", code: "water", footnoteId: "", textEn: "b", fromYear: "2024", toYear: "" };
const pillar = { org: "x", code: "p", nameDa: "P", nameEn: "P", colour: "ethics", kind: "guiding" };

describe("texts of the set-up", () => {
  test.each(["a\u0000b", "a\ud800b", "\u0007", "\u0000"])(
    "%j is refused in words, before the database sees it",
    (bad) => {
      const refused = { success: false, error: { issues: [{ message: "access.brokenText" }] } };
      expect(addNoteSchema.safeParse({ ...note, textDa: bad })).toMatchObject(refused);
      expect(addPillarSchema.safeParse({ ...pillar, themesDa: bad, themesEn: "" })).toMatchObject(refused);
    },
  );

  test("line breaks are text, and themes stand a line each", () => {
    expect(addNoteSchema.parse({ ...note, textDa: " a\r\n\tb " })).toMatchObject({ textDa: "a\r\n\tb" });
    expect(addPillarSchema.parse({ ...pillar, themesDa: "a\r\n\n b ", themesEn: "" })).toMatchObject({
      themesDa: ["a", "b"],
      themesEn: [],
    });
  });
});

describe("a theme's line", () => {
  test.each([
    ["Mindre CO₂ | 13, 12", { name: "Mindre CO₂", sdgs: [12, 13] }],
    ["Mindre CO₂", { name: "Mindre CO₂", sdgs: [] }],
    ["Mindre CO₂ |", { name: "Mindre CO₂", sdgs: [] }],
    ["Vand | 6 6;14", { name: "Vand", sdgs: [6, 14] }],
  ])("%s", (line, theme) => {
    expect(themeFrom(line)).toEqual(theme);
    expect(themeFrom(themeLine(theme))).toEqual(theme);
  });

  test.each(["Vand | 18", "Vand | 0", "Vand | six", "| 6", "Vand | -1", "Vand | 01"])("%s is refused", (line) => {
    expect(() => themeFrom(line)).toThrow("setup.sdgWrong");
  });
});
