import { describe, expect, test } from "vitest";
import { stepsFrom } from "@/lib/setup/period/model";
import { readDefinition, type DefinitionTyped } from "@/lib/setup/kpi/definition/model";
import { formulaFrom, formulaTyped } from "@/lib/setup/kpi/model";
import { addKpiSchema } from "@/lib/setup/kpi/schema";
import { limitFrom } from "@/lib/setup/target/model";

const kpi = (unitOfMeasure: string, inputs: string[] = []) => ({ unitOfMeasure, isSplit: false, inputs });
const world = {
  code: "total",
  unitOfMeasure: "MWh",
  kpis: new Map([
    ["electricity", kpi("MWh")],
    ["heat", kpi("MWh")],
    ["share", kpi("MWh", ["total"])],
    ["total", kpi("MWh")],
  ]),
  factors: new Map(),
};
const typed: DefinitionTyped = {
  validFromYear: 2024,
  nameDa: "I alt",
  nameEn: "Total",
  shortNameDa: "I alt",
  shortNameEn: "Total",
  definitionDa: "",
  definitionEn: "",
  unitOfMeasure: "MWh",
  valueKind: "number",
  direction: "lower",
  decimals: null,
  collectionLevel: "organisation",
  consolidation: "none",
  weightCode: "",
  formulaKind: "entered",
  formulaText: "",
  minimum: "",
  maximum: "",
  tolerancePercent: "",
  smallGroup: "none",
};
const refused = (code: string, field: string) => expect.objectContaining({ name: "Refusal", code, field });

describe("a typed definition", () => {
  test("reads numbers in the reader's language; blank is no limit", () => {
    const read = readDefinition({ ...typed, minimum: "−1,5", maximum: "1.000" }, world, "da");
    expect([read.minimum, read.maximum, read.tolerancePercent]).toEqual(["-1.5", "1000", "25"]);
    expect(readDefinition(typed, world, "da").minimum).toBeNull();
  });

  test("keeps a weight only where it weighs", () => {
    expect(readDefinition({ ...typed, weightCode: "heat" }, world, "da").weightCode).toBeNull();
    const weighted = { ...typed, consolidation: "weighted" as const, weightCode: "heat" };
    expect(readDefinition(weighted, world, "da").weightCode).toBe("heat");
  });

  test.each([
    [{ minimum: "1.5" }, "setup.numberWrong", "minimum"],
    [{ minimum: "10", maximum: "9" }, "setup.boundsCrossed", "maximum"],
    [{ consolidation: "weighted" as const }, "setup.weightMissing", "weightCode"],
    [{ formulaKind: "ratio" as const, formulaText: "electricity" }, "setup.formulaInputs", "formulaText"],
    [{ formulaKind: "ratio" as const, formulaText: "electricity, gas" }, "setup.unknownCode", "formulaText"],
    [{ formulaKind: "ratio" as const, formulaText: "electricity, total" }, "setup.unknownCode", "formulaText"],
    [{ formulaKind: "ratio" as const, formulaText: "electricity, share" }, "setup.circle", "formulaText"],
    [{ formulaKind: "expression" as const, formulaText: "electricity + gas" }, "expression.unknownName", "formulaText"],
  ])("with %j is refused as %s at %s", (more, code, field) => {
    expect(() => readDefinition({ ...typed, ...more }, world, "da")).toThrow(refused(code, field));
  });
});

describe("a typed formula", () => {
  test.each([
    { kind: "entered", text: "" },
    { kind: "ratio", text: "a, b" },
    { kind: "nps", text: "p, s, d" },
    { kind: "expression", text: "a + b" },
  ] as const)("%j comes back as it was typed", (formula) => {
    const read = formulaFrom(formula);
    expect(read).not.toBe("wrongCount");
    expect(formulaTyped(read as Exclude<typeof read, "wrongCount">)).toEqual(formula);
  });
});

describe("the form of a KPI", () => {
  const sent = {
    ...typed,
    decimals: "",
    org: "x",
    code: "total",
    purpose: "indicator",
    pillarId: "",
    appendixPart: "",
    ownerId: "",
  };

  test("takes blank as none, and refuses unknown fields and units of measure", () => {
    expect(addKpiSchema.parse(sent)).toMatchObject({ decimals: null, pillarId: null, appendixPart: null });
    expect(addKpiSchema.safeParse({ ...sent, isAdmin: "true" }).success).toBe(false);
    expect(addKpiSchema.safeParse({ ...sent, unitOfMeasure: "constructor" }).success).toBe(false);
    expect(addKpiSchema.safeParse({ ...sent, decimals: "7" }).success).toBe(false);
  });
});

describe("a typed limit", () => {
  test("is a number of the language, or a split", () => {
    expect(limitFrom("atMost", "1.707,50", "da")).toEqual({ amount: "1707.50", scale: 2 });
    expect(limitFrom("split", "40/60", "da")).toEqual({ men: "40", women: "60" });
  });

  test.each([
    ["atMost", "40/60"],
    ["split", "40"],
    ["atMost", "abc"],
  ])("of %s refuses %s", (kind, text) => {
    expect(() => limitFrom(kind, text, "da")).toThrow(refused("setup.limitWrong", "limit"));
  });
});

test("a published year takes no step, and only steps back need a reason", () => {
  expect(stepsFrom("published")).toEqual([]);
  expect(stepsFrom("inReview")).toEqual([
    { to: "closed", needsReason: false },
    { to: "open", needsReason: true },
  ]);
});
