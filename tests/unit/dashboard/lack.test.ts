import { describe, expect, it } from "vitest";
import { lacks, namesOf } from "@/lib/dashboard/lack/model";
import { nameParts } from "@/lib/dashboard/name/model";
import { select, selectionFrom, selections } from "@/lib/dashboard/selection/model";
import { numberNotes } from "@/lib/footnote/model";
import { change, figure, kpi, target } from "../../factories/year-view";

const whole = kpi({ code: "whole" });
const pending = kpi({
  code: "pending",
  figures: [figure(2023, null, { status: "pending" })],
  change: { comparable: false, why: "noCurrent" },
  state: "noData",
  target: target(),
});
const missing = kpi({
  code: "missing",
  figures: [figure(2023, null)],
  change: { comparable: false, why: "noCurrent" },
});
const estimated = kpi({
  code: "estimated",
  figures: [figure(2023, "1", { status: "estimated" })],
  change: change("worse", "10"),
});
const partial = kpi({ code: "partial", figures: [figure(2023, "1", { coverage: { covered: ["A"], of: 2 } })] });
const complete = kpi({ code: "complete", figures: [figure(2023, "1", { coverage: { covered: ["A", "B"], of: 2 } })] });
const noted = kpi({ code: "noted", state: "behind", target: target({ note: "Elsewhere it says 40/60." }) });
const broken = kpi({ code: "broken", change: { comparable: false, why: "newSeries" } });
const example = kpi({ code: "example", figures: [figure(2023, "1", { isExample: true })] });
const all = [whole, pending, missing, estimated, partial, complete, noted, broken, example];

describe("what a year lacks", () => {
  it("is said by kind, the gravest first", () => {
    expect(lacks(all).map(({ kind, kpis }) => [kind, ...kpis.map((row) => row.code)])).toEqual([
      ["missing", "missing"],
      ["pending", "pending"],
      ["estimated", "estimated"],
      ["partial", "partial"],
      ["seriesBreak", "broken"],
      ["targetNote", "noted"],
      ["example", "example"],
    ]);
    expect(lacks([whole, complete])).toEqual([]);
  });

  it("names a parent once for itself and what hangs under it", () => {
    const parent = kpi({ code: "heat", shortName: "Varme" });
    const child = kpi({ code: "heat-intensity", shortName: "Varme ift. omsætning", parentCode: "heat" });
    expect(namesOf([child, parent, whole], [parent, child, whole])).toEqual(["Varme", "whole"]);
  });
});

describe("a selection", () => {
  it("finds what it is named after", () => {
    const found = Object.fromEntries(
      selections.map((selection) => [selection, select(selection, all).map((row) => row.code)]),
    );
    expect(found).toMatchObject({
      behind: ["noted"],
      worse: ["estimated"],
      pending: ["pending"],
      estimated: ["estimated"],
      partial: ["partial"],
      noData: ["pending"],
      notComparable: ["pending", "missing", "broken"],
    });
    expect(found.all).toHaveLength(all.length);
  });

  it("is all for anything else an address may say", () => {
    expect(["behind", undefined, "", "BEHIND", "constructor", ["behind", "worse"]].map(selectionFrom)).toEqual([
      "behind",
      "all",
      "all",
      "all",
      "all",
      "all",
    ]);
  });
});

describe("an indented name", () => {
  it.each([
    ["Scope 2, lokation, ift. omsætning", "Scope 2, lokationsbaseret", "ift. omsætning"],
    ["Scope 1 ift. omsætning", "Scope 1, firmabiler og gasser", "ift. omsætning"],
    ["Electricity relative to revenue", "Electricity", "relative to revenue"],
    ["Kundetilfredshed, mNPS", "Kundetilfredshed, cNPS", "mNPS"],
    ["Andet navn", "Strøm", "Andet navn"],
    ["Strøm", "Strøm", "Strøm"],
  ])("%s under %s shows %s", (name, parent, shown) => {
    const parts = nameParts({ shortName: name }, { shortName: parent });
    expect(parts.shown).toBe(shown);
    expect(parts.implied + parts.shown).toBe(name);
  });
});

describe("notes", () => {
  const texts = [
    { code: "x", text: "Text X" },
    { code: "y", text: "Text Y" },
  ];

  it("are numbered as a reader meets them, the target's remark after the KPI's own", () => {
    const { notes, marks } = numberNotes(
      [
        kpi({ code: "a", footnotes: ["y"], target: target({ note: "Remark" }) }),
        kpi({ code: "b", footnotes: ["x", "y"] }),
        whole,
      ],
      texts,
    );
    expect(notes).toEqual([
      { number: 1, text: "Text Y" },
      { number: 2, text: "Remark" },
      { number: 3, text: "Text X" },
    ]);
    expect(marks).toEqual({ a: [1, 2], b: [3, 1], whole: [] });
  });

  it("mark nothing that has no text", () => {
    expect(numberNotes([kpi({ code: "a", footnotes: ["gone"] })], texts)).toEqual({ notes: [], marks: { a: [] } });
  });
});
