import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageNote, coverageNotes } from "@/lib/coverage/footnote/model";
import { figure, kpi } from "@/tests/factories/year-view";

const covering = (year: number, ...covered: string[]) => figure(year, "1", { coverage: { covered, of: 8 } });
const hospitals = ["København", "Aalborg", "Ringsted", "Esbjerg"];

describe("the footnote on coverage", () => {
  it("is written from the figures, in both languages", () => {
    const figures = [covering(2022, ...hospitals), covering(2023, ...hospitals)];
    expect(coverageNote(figures, "da")).toBe("Dækker kun København, Aalborg, Ringsted og Esbjerg.");
    expect(coverageNote(figures, "en")).toBe("Covers København, Aalborg, Ringsted and Esbjerg only.");
  });

  it("is not written where everybody is covered, and not of years without a figure", () => {
    expect(coverageNote([figure(2022, "1"), figure(2023, "2")], "da")).toBe("");
    expect(coverageNote([figure(2023, null, { coverage: { covered: ["Aalborg"], of: 8 } })], "da")).toBe("");
    expect(coverageNote([figure(2022, null), covering(2023, "Aalborg")], "da")).toBe("Dækker kun Aalborg.");
  });

  it("says which year covers whom, the latest first, once the coverage changes", () => {
    const figures = [covering(2021, "A"), covering(2022, "A"), figure(2023, "1"), covering(2024, "A", "B")];
    expect(coverageNote(figures, "da")).toBe("2024 dækker kun A og B. 2021, 2022 dækker kun A.");
    expect(coverageNote([covering(2020, "A"), ...figures], "en")).toBe(
      "2024 covers A and B only. 2020–2022 covers A only.",
    );
  });

  it("counts where names would fill the page", () => {
    const many = Array.from({ length: 812 }, (_, index) => `Unit ${index}`);
    const figures = [figure(2023, "1", { coverage: { covered: many, of: 1000 } })];
    expect(coverageNote(figures, "da")).toBe("Dækker 812 af 1000 enheder.");
    expect(coverageNote([figure(2023, "1", { coverage: { covered: [], of: 8 } })], "da")).toBe(
      "Dækker 0 af 8 enheder.",
    );
  });

  it("is shared by KPIs of the same coverage, and stands behind the stored ones", () => {
    const partly = (code: string, ...covered: string[]) => kpi({ code, figures: [covering(2023, ...covered)] });
    const { marked, notes } = coverageNotes(
      [{ ...partly("a", "A"), footnotes: ["stored"] }, kpi({ code: "whole" }), partly("b", "A"), partly("c", "B")],
      "en",
    );
    expect(marked.map(({ footnotes }) => footnotes)).toEqual([
      ["stored", "coverage:1"],
      [],
      ["coverage:1"],
      ["coverage:2"],
    ]);
    expect(notes).toEqual([
      { code: "coverage:1", text: "Covers A only." },
      { code: "coverage:2", text: "Covers B only." },
    ]);
  });

  it("names every org unit of a partial figure and never anybody else, in any run of years", () => {
    const units = ["Anker", "Birk", "Cirkel", "Dal"];
    fc.assert(
      fc.property(fc.array(fc.subarray(units), { minLength: 1, maxLength: 6 }), (years) => {
        const text = coverageNote(
          years.map((covered, index) =>
            figure(2019 + index, "1", { coverage: covered.length === 4 ? null : { covered, of: 4 } }),
          ),
          "da",
        );
        const partial = years.filter((covered) => covered.length < 4);
        for (const unit of units) expect(text.includes(unit)).toBe(partial.some((covered) => covered.includes(unit)));
        expect(text === "").toBe(partial.length === 0);
      }),
    );
  });
});
