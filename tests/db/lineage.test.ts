import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Role } from "@/lib/access/policy";
import { getHistory } from "@/lib/history/queries";
import { getKpiShowing } from "@/lib/kpi-detail/showing/queries";
import { keyOf, withinLineage } from "@/lib/lineage/model";
import { getLineage, type Asked } from "@/lib/lineage/queries";
import { hiddenFrom, hiddenInYears } from "@/lib/suppression/queries";
import { loadDemo } from "@/prisma/seed";
import { planCoverage } from "@/lib/restatement/coverage/mutations";
import { previewPlan, restatePlan } from "@/lib/restatement/plan/mutations";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let aleris: string;
let region: string;
let units: Map<string, string>;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const idOf = async (slug: string) => (await world.database.organisation.findUniqueOrThrow({ where: { slug } })).id;
  [aleris, region] = [await idOf("aleris"), await idOf("region-midtjylland")];
  const rows = await world.database.orgUnit.findMany({ where: { organisationId: aleris } });
  units = new Map(rows.map(({ code, id }) => [code, id]));
}, 60_000);
afterAll(() => world.close());

const asked = (rest: Partial<Asked> & { code: string }): Asked => ({
  organisation: { id: aleris, dataVersion: "1" },
  year: 2024,
  unit: null,
  locale: "da",
  isHidden: () => false,
  withAuthors: true,
  mayOpen: () => true,
  ...rest,
});
const viewer = (roles: Role[], orgUnitIds: string[] | null = null) => ({
  roles,
  orgUnitIds,
  organisation: { id: aleris, dataVersion: "1" },
});

describe("the lineage of a stored figure", () => {
  it("names the author, time, door and revision of every value it was made of, in one read", async () => {
    const { lineage, entries } = (await getLineage(asked({ code: "enps" })))!;
    const entered = withinLineage(lineage).filter(({ made }) => made === "entered");
    expect(entered).toHaveLength(12);
    expect(Object.keys(entries).sort()).toEqual(entered.map(keyOf).sort());
    for (const entry of Object.values(entries))
      expect(entry).toEqual({ author: "Administrator", at: "2025-01-28T12:15:00.000Z", version: 1, door: "demo" });
  });

  it("leaves authors out for whoever may not know them", async () => {
    expect((await getLineage(asked({ code: "enps", withAuthors: false })))!.entries).toEqual({});
  });

  it("is of its own organisation alone", async () => {
    expect(await getLineage(asked({ code: "work-trials" }))).toBe(null);
    expect(await getLineage(asked({ code: "electricity", unit: "midtvask" }))).toBe(null);
    const other = { id: region, dataVersion: "1" };
    const { lineage, entries } = (await getLineage(asked({ organisation: other, code: "electricity" })))!;
    const own = await world.database.orgUnit.findMany({ where: { organisationId: region } });
    const ids = new Set(own.map(({ id }) => id));
    expect(withinLineage(lineage).every(({ orgUnit }) => ids.has(orgUnit.id))).toBe(true);
    expect(Object.keys(entries).length).toBeGreaterThan(0);
  });

  it("is none in a year the KPI was not known", async () => {
    expect(await getLineage(asked({ code: "enps-promoters", year: 2019 }))).toBe(null);
  });
});

describe("why scope 2 rose in 2023", () => {
  it.each(["scope2-location", "scope2-market"])("%s: printed parts add up to the printed change", async (code) => {
    const { split, lineage } = (await getLineage(asked({ code, year: 2023 })))!;
    const total = split!.effects.reduce((sum, { amount }) => sum + Number(amount), 0);
    expect(total).toBe(Number(split!.change));
    expect(Number(split!.after) - Number(split!.before)).toBe(code === "scope2-location" ? 67 : 167);
    const power = split!.effects.find(({ leaf }) => leaf?.kind === "kpi" && leaf.code === "electricity")!;
    expect(power).toMatchObject({ percent: "9", before: { amount: "3289" }, after: { amount: "3574" } });
    const factor = split!.effects.find(({ leaf }) => leaf?.kind === "factor" && leaf.code.includes("electricity"))!;
    expect(factor.percent).toBe(code === "scope2-location" ? "5" : "3");
    expect(lineage.factors.length).toBeGreaterThan(1);
  });
});

describe("what is hidden", () => {
  const hiddenTo = async (roles: Role[], orgUnitIds: string[] | null = null) => {
    const isHidden = await hiddenFrom(viewer(roles, orgUnitIds), 2024);
    return [...units]
      .filter(([, orgUnitId]) => isHidden({ code: "injury-count", orgUnitId, year: 2024 }))
      .map(([code]) => code)
      .sort();
  };

  it("follows the role: nothing for those who answer for figures or audit them, few people for those who read", async () => {
    for (const role of ["controller", "auditor", "administrator"] as const) expect(await hiddenTo([role])).toEqual([]);
    const few = ["aarhus", "esbjerg", "in-lab", "ringsted"];
    expect(await hiddenTo(["manager"])).toEqual(few);
    expect(await hiddenTo(["contributor"], [units.get("ringsted")!])).toEqual(
      few.filter((code) => code !== "ringsted"),
    );
    expect(await hiddenTo(["manager", "contributor"], [units.get("ringsted")!])).not.toContain("ringsted");
  });

  it("follows the organisation's limits", async () => {
    await world.database.organisation.update({ where: { id: aleris }, data: { suppressBelowCases: 2 } });
    try {
      expect(await hiddenTo(["manager"])).toEqual(["aarhus", "in-lab"]);
    } finally {
      await world.database.organisation.update({ where: { id: aleris }, data: { suppressBelowCases: 5 } });
    }
  });

  it("is in no lineage: neither figures nor remarks nor authors", async () => {
    const isHidden = await hiddenFrom(viewer(["manager"]), 2024);
    const { lineage, entries } = (await getLineage(asked({ code: "injuries", isHidden })))!;
    const ringsted = withinLineage(lineage).find(
      ({ code, orgUnit }) => code === "injury-count" && orgUnit.code === "ringsted",
    )!;
    expect(ringsted).toMatchObject({ isHidden: true, unrounded: null, figure: { amount: null, source: "" } });
    expect(entries[keyOf(ringsted)]).toBe(undefined);
    const alone = (await getLineage(asked({ code: "injury-count", unit: "ringsted", isHidden })))!;
    expect(alone).toMatchObject({ lineage: { isHidden: true, figure: { amount: null } }, entries: {} });
    expect(alone.comparison.checks).toEqual([]);
  });

  it("is in no history either", async () => {
    const isHidden = await hiddenFrom(viewer(["manager"]), 2024);
    const lines = await getHistory(aleris, "injury-count", 100, "da", isHidden);
    const ringsted = lines.filter(({ orgUnit, isHidden: hidden }) => orgUnit === "Ringsted" && hidden);
    expect(ringsted.length).toBeGreaterThan(0);
    for (const line of ringsted) expect(line).toMatchObject({ now: null, before: null });
  });

  it("is in nothing kept for those who may see less: one showing of a KPI for all who may see the same", async () => {
    const shown = (...person: Parameters<typeof viewer>) =>
      getKpiShowing(viewer(...person), "injury-count", 2024, "da");
    const ringsted = async (...person: Parameters<typeof viewer>) =>
      (await shown(...person))!.detail.orgUnits.find(({ code }) => code === "ringsted")!.figures.at(-1);
    expect(await ringsted(["controller"])).toMatchObject({ status: "reported" });
    expect(await ringsted(["manager"])).toBe("hidden");
    expect(await ringsted(["contributor"], [units.get("ringsted")!])).toMatchObject({ status: "reported" });
    expect(await shown(["manager"])).toBe(await shown(["manager"]));
    expect(await shown(["manager"])).not.toBe(await shown(["controller"]));
  });

  it("twin: without the rule the same lineage and history tell", async () => {
    const { lineage } = (await getLineage(asked({ code: "injuries" })))!;
    expect(withinLineage(lineage).every(({ isHidden, figure }) => !isHidden && figure.amount !== null)).toBe(true);
    const lines = await getHistory(aleris, "injury-count", 100, "da", () => false);
    expect(lines.every(({ now }) => now !== null)).toBe(true);
  });
});

describe("what stands behind a figure", () => {
  it("is every file that backs one of its values, of org units whose files may be opened, in one read", async () => {
    const whole = (await getLineage(asked({ code: "electricity" })))!;
    const names = whole.proofs.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["Eksempel - årsopgørelse el 2024.pdf"]));
    const backed = withinLineage(whole.lineage).map(keyOf);
    for (const { of } of whole.proofs) expect(backed).toContain(of);
    const alone = (await getLineage(asked({ code: "electricity", unit: "koebenhavn" })))!;
    expect(alone.proofs.map(({ name }) => name).sort()).toEqual([
      "Eksempel - foto af hovedmåler.png",
      "Eksempel - årsopgørelse el 2024.pdf",
    ]);
    const mayOpen = (id: string) => id === units.get("aalborg");
    expect((await getLineage(asked({ code: "electricity", unit: "koebenhavn", mayOpen })))!.proofs).toEqual([]);
    const isHidden = () => true;
    const hidden = (await getLineage(asked({ code: "electricity", unit: "koebenhavn", isHidden })))!;
    expect([hidden.proofs, hidden.restatements, hidden.coverage]).toEqual([[], [], null]);
  });

  it("is whom it covers, by number and by full-time equivalents", async () => {
    const { coverage, hasFteKpi } = (await getLineage(asked({ code: "waste", year: 2023 })))!;
    expect(hasFteKpi).toBe(true);
    expect(coverage!.covered).toHaveLength(4);
    expect(coverage!.missed).toHaveLength(coverage!.of - 4);
    const whole = (await getLineage(asked({ code: "electricity" })))!.coverage!;
    expect(whole.percent).toBe("75");
    expect(whole.missed.map(({ name }) => name)).toEqual(["Herning", "Aleris PP"]);
  });

  it("is what was restated of it, with its author where authors may be known", async () => {
    const actor = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
    const before = (await getLineage(asked({ code: "waste", year: 2022 })))!;
    expect(before.restatements).toEqual([]);
    const covered = before.coverage!.covered;
    const rows = await world.database.orgUnit.findMany({ where: { organisationId: aleris, name: { in: covered } } });
    const orgUnits = rows.slice(1).map(({ id }) => id);
    const planner = planCoverage(aleris, { code: "waste", year: 2022, orgUnits });
    const reason = { reasonDa: "Intet vejet.", reasonEn: "Nothing weighed." };
    const author = { organisationId: aleris, actorId: actor.id, ...reason };
    const id = await restatePlan(author, planner, (await previewPlan(aleris, planner)).digest);
    const { restatements } = (await getLineage(asked({ code: "waste", year: 2022, locale: "en" })))!;
    expect(restatements).toMatchObject([{ id, author: "Controller", kind: "coverage", reason: "Nothing weighed." }]);
    expect(restatements[0]!.sentence).toContain(covered[0]!);
    const nameless = (await getLineage(asked({ code: "waste", year: 2022, withAuthors: false })))!;
    expect(nameless.restatements[0]!.author).toBeNull();
  });
});

describe("lists of estimates and signs of small groups", () => {
  it("tell a manager nothing of a hidden cell", async () => {
    const isHidden = await hiddenInYears(viewer(["manager"]), [2024, 2023]);
    const hiddenUnits = [...units.values()].filter((orgUnitId) =>
      isHidden({ code: "injury-count", orgUnitId, year: 2024 }),
    );
    expect(hiddenUnits.length).toBeGreaterThan(0);
    // A year nobody asked about is hidden rather than shown.
    expect(isHidden({ code: "waste", orgUnitId: units.get("koebenhavn")!, year: 1999 })).toBe(true);
    const all = await hiddenInYears(viewer(["auditor"]), [2024]);
    expect(hiddenUnits.some((orgUnitId) => all({ code: "injury-count", orgUnitId, year: 2024 }))).toBe(false);
  });
});
