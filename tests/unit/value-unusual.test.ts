import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/value/model";
import { byAnswer, shownOf, type UnusualFigure } from "@/lib/value/unusual/model";

const figure = (code: string, wholeCode: string | null = null): UnusualFigure => ({
  orgUnit: { id: "north", code: "north", name: "North" },
  kpi: { code, name: code },
  content: emptyContent,
  lastYear: null,
  wholeCode,
  question: { code: "same" },
  confirmed: null,
});

describe("what is unusual", () => {
  it("names no figure that is hidden: the year's, last year's, or the whole's", () => {
    const all = [figure("injuries"), figure("water", "injuries"), figure("water")];
    for (const hidden of [2024, 2023])
      expect(
        shownOf(all, 2024, ({ code, year }) => code === "injuries" && year === hidden).map(
          ({ kpi, wholeCode }) => `${kpi.code} ${wholeCode}`,
        ),
      ).toEqual(hidden === 2024 ? ["water null"] : ["water injuries", "water null"]);
    expect(shownOf(all, 2024, () => false)).toHaveLength(3);
  });

  it("is open until somebody stands by it", () => {
    const answered = { ...figure("a"), confirmed: { code: "same" as const, comment: "Ja", by: "", at: "" } };
    expect(byAnswer([figure("a"), answered])).toMatchObject({ open: [{ confirmed: null }], confirmed: [answered] });
  });
});
