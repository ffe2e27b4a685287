import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  measures,
  piecesOf,
  referenceOf,
  writtenReference,
  type Reference,
  type YearName,
} from "@/lib/report/reference/model";
import { referenceFormat } from "@/lib/report/reference/notation/model";
import { boundText, isBroken, unboundIn, type ReferenceSource } from "@/lib/report/reference/resolution/model";
import type { Change } from "@/lib/figure/model";
import { pickableKpis, pickableMeasures, sharedBy } from "@/lib/report/reference/menu/model";
import { figure, kpi, yearView } from "./fixture";

const year: fc.Arbitrary<YearName> = fc.oneof(
  fc.record({ absolute: fc.integer({ min: 1900, max: 2199 }) }),
  fc.record({ relative: fc.integer({ min: -9, max: 9 }) }),
);
const code = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,5})?$/);
/** Any reference that makes sense. */
const reference: fc.Arbitrary<Reference> = fc
  .record({
    kpi: code,
    year,
    orgUnit: fc.option(code),
    measure: fc.constantFrom(...measures),
    since: fc.option(year),
    part: fc.option(fc.constantFrom("men" as const, "women" as const)),
    style: fc.constantFrom("plain" as const, "unit" as const, "bare" as const),
  })
  .map((one) => ({
    ...one,
    since: ["change", "rise", "fall"].includes(one.measure) ? one.since : null,
    part: one.measure === "share" ? (one.part ?? (one.orgUnit === null ? "men" : null)) : null,
    orgUnit: one.measure === "target" || one.measure === "state" ? null : one.orgUnit,
    style: one.measure === "state" ? "plain" : one.style,
  }));

describe("the grammar of bound numbers", () => {
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(reference, (one) => {
        expect(referenceOf(writtenReference(one))).toEqual(one);
      }),
    );
  });

  it("reads its words in any order", () => {
    expect(referenceOf("{{kpi:electricity since 2019 rise @aalborg 2023}}")).toEqual(
      referenceOf("{{ kpi:electricity  2023 @aalborg rise since 2019 }}"),
    );
  });

  it.each([
    "{{kpi:}}",
    "{{kpi:Scope2}}",
    "{{scope2}}",
    "{{kpi:a change rise}}",
    "{{kpi:a change change}}",
    "{{kpi:a since 2019}}",
    "{{kpi:a rise since}}",
    "{{kpi:a women}}",
    "{{kpi:a share}}",
    "{{kpi:a target @b}}",
    "{{kpi:a state unit}}",
    "{{kpi:a 23}}",
    "{{kpi:a year+10}}",
    "{{kpi:a @}}",
    "{{kpi:a constructor}}",
  ])("refuses %s", (text) => expect(referenceOf(text)).toBeNull());

  it("cuts any text without losing a sign of it", () => {
    const text = fc.string({ unit: fc.constantFrom("{", "{{", "}}", "}", "kpi:a", " ", "\n", "rise", "x") });
    fc.assert(
      fc.property(text, (any) => {
        const pieces = piecesOf(any);
        expect(pieces.map((piece) => ("text" in piece ? piece.text : piece.source)).join("")).toBe(any);
        for (const piece of pieces) if ("at" in piece) expect(any.startsWith(piece.source, piece.at)).toBe(true);
      }),
    );
  });
});

const emissions = kpi("emissions", {
  figures: [figure(2022, "652"), figure(2023, "1719")],
  target: {
    state: "behind",
    rule: null,
    target: {
      ...{ year: 2024, kind: "below", amount: "2.5", scale: 1, men: null, women: null },
      ...{ baselineYear: null, printsUnit: false, note: "", limit: "2.5" },
    },
  },
});
const split = kpi("gender", {
  valueKind: "split",
  unitOfMeasure: "% men/women",
  figures: [figure(2023, null, { status: "reported", split: { men: "27", women: "73" } })],
});
const fell: Change = {
  ...{ comparable: true, judgement: "better", moved: "down", relative: "-17", absolute: "-1.5" },
  statedIn: "percent",
};

function source(locale: "da" | "en", change: Change = fell): ReferenceSource {
  return {
    reportYear: 2023,
    years: [2022, 2023],
    kpi: (name) => [emissions, split, kpi("empty", { figures: [] })].find((one) => one.code === name) ?? null,
    isOrgUnit: (name) => name === "north" || name === "small",
    figure: (one, orgUnit, at) =>
      orgUnit === "small"
        ? "hidden"
        : orgUnit === "north"
          ? figure(at, "430")
          : (one.figures.find((other) => other.year === at) ?? figure(at, null)),
    change: () => change,
    format: referenceFormat(locale),
  };
}

describe("a bound number", () => {
  it.each([
    ["{{kpi:emissions}}", "1.719", "1,719"],
    ["{{kpi:emissions unit}}", "1.719 t", "1,719 t"],
    ["{{kpi:emissions year-1}}", "652", "652"],
    ["{{kpi:emissions 2022}}", "652", "652"],
    ["{{kpi:emissions @north}}", "430", "430"],
    ["{{kpi:emissions share @north}}", "25 %", "25 %"],
    ["{{kpi:emissions change}}", "−17 %", "−17 %"],
    ["{{kpi:emissions fall}}", "17 %", "17 %"],
    ["{{kpi:emissions fall bare}}", "17", "17"],
    ["{{kpi:emissions target}}", "<2,5", "<2.5"],
    ["{{kpi:emissions target bare}}", "2,5", "2.5"],
    ["{{kpi:emissions state}}", "bagud", "behind"],
    ["{{kpi:gender}}", "27/73", "27/73"],
    ["{{kpi:gender share women}}", "73 %", "73 %"],
  ])("%s is %s in Danish, %s in English", (text, da, en) => {
    expect([boundText(text, source("da")), boundText(text, source("en"))]).toEqual([da, en]);
  });

  it("states points and percentage points as people do", () => {
    const points: Change = { ...fell, statedIn: "points", absolute: "2", moved: "up", relative: "2" };
    expect(boundText("{{kpi:emissions rise}}", source("da", points))).toBe("2 point");
    const shares: Change = { ...points, statedIn: "percentagePoints", absolute: "-0.9", moved: "down" };
    expect(boundText("{{kpi:emissions change}}", source("en", shares))).toBe("−0.9 pp");
  });

  it.each([
    ["{{kpi:nothing}}", "unknownKpi", true],
    ["{{kpi:emissions 2010}}", "unknownYear", true],
    ["{{kpi:emissions @south}}", "unknownOrgUnit", true],
    ["{{emissions}}", "syntax", true],
    ["{{kpi:emissions share women}}", "noSplit", true],
    ["{{kpi:emissions change since 2023}}", "unknownYear", true],
    ["{{kpi:empty}}", "noFigure", false],
    ["{{kpi:emissions @small}}", "fewPeople", false],
    ["{{kpi:emissions rise}}", "otherWay", false],
    ["{{kpi:gender target}}", "noTarget", false],
  ] as const)("%s says why it says nothing: %s", (text, why, broken) => {
    const body = `One.\n\nTwo ${text}.`;
    expect(unboundIn(body, source("da"))).toEqual([{ source: text, line: 3, why }]);
    expect(isBroken(why)).toBe(broken);
    expect(boundText(body, source("da"))).toBe(body);
  });

  it("does not bridge what cannot be compared, nor state a percentage from nothing", () => {
    const none: Change = { comparable: false, why: "newSeries" };
    expect(unboundIn("{{kpi:emissions change}}", source("da", none))[0]!.why).toBe("notComparable");
    expect(unboundIn("{{kpi:emissions change}}", source("da", { ...fell, relative: null }))[0]!.why).toBe(
      "notComparable",
    );
  });
});

describe("the menu of numbers", () => {
  it("offers every measure the notation has, each in a form that can be read", () => {
    expect(new Set(pickableMeasures.map(({ written }) => written.split(" ")[0])).size).toBe(measures.length + 1);
    for (const { written, orgUnit } of pickableMeasures) {
      const unit = orgUnit === "must" ? "@north " : "";
      expect(referenceOf(`{{kpi:a ${unit}${written}}}`), written).not.toBeNull();
    }
  });

  it("says what each of them says, and of what a KPI has a share", () => {
    const [one, two] = pickableKpis(yearView([emissions, split]), source("da"), "da");
    expect(one).toMatchObject({ sharedBy: "amount", says: { unit: "1.719 t", target: "<2,5", share: null } });
    expect(two).toMatchObject({ sharedBy: "split", says: { "share women": "73 %", "share men": "27 %" } });
    for (const unitOfMeasure of ["%", "t/mDKK", "score", "unheard of"])
      expect(sharedBy({ valueKind: "number", unitOfMeasure })).toBeNull();
  });
});
