import { describe, expect, test } from "vitest";
import { addNoteSchema } from "@/lib/setup/note/schema";
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
