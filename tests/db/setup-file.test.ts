import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demandFourEyes } from "@/lib/approval/four-eyes/mutations";
import { digestOf } from "@/lib/setup/file/digest/model";
import { importSetup } from "@/lib/setup/file/mutations";
import { exportSetup } from "@/lib/setup/file/queries";
import { judgeSetup } from "@/lib/setup/file/judgement/model";
import { writeSetup } from "@/lib/setup/file/text/model";
import { loadAleris } from "@/prisma/demo/aleris";
import { createOrganisation } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";
import { refusal } from "./people";

const someone = (at: number) => `00000000-0000-4000-8000-00000000000${at}`;
const actorId = someone(1);

let own: TestDatabase;
let aleris: string;
let yaml: string;
let round = 0;
beforeAll(async () => {
  own = await freshDatabase();
  aleris = (await loadAleris(own.database, { controller: actorId, contributor: someone(2), administrator: someone(3) }))
    .organisationId;
  yaml = writeSetup(await exportSetup(aleris), "yaml");
});
afterAll(() => own.close());

async function empty(): Promise<{ organisationId: string; actorId: string }> {
  const { id } = await createOrganisation(own.database, { slug: `copy-${++round}`, name: "Empty" });
  return { organisationId: id, actorId };
}
const textOf = async (organisationId: string) => writeSetup(await exportSetup(organisationId), "yaml");
const acts = (organisationId: string) => own.database.auditEntry.count({ where: { organisationId } });

describe("a set-up file", () => {
  test("of the Aleris demo makes the same organisation of an empty one, in one act, from YAML or JSON", async () => {
    const setter = await empty();
    expect(judgeSetup(yaml, await exportSetup(setter.organisationId))).not.toHaveProperty("problems");
    await importSetup(setter, yaml, null);
    expect(await textOf(setter.organisationId)).toBe(yaml);
    expect(await acts(setter.organisationId)).toBe(1);
    const other = await empty();
    await importSetup(other, writeSetup(await exportSetup(aleris), "json"), null);
    expect(await textOf(other.organisationId)).toBe(yaml);
    await expect(importSetup(other, yaml, null)).rejects.toEqual(refusal("setup.file.nothing"));
  });

  test("says of which KPIs four eyes are demanded, and brings it along", async () => {
    const setter = await empty();
    await importSetup(setter, yaml, null);
    const waste = await own.database.kpi.findUniqueOrThrow({
      where: { organisationId_code: { organisationId: setter.organisationId, code: "waste" } },
    });
    await demandFourEyes(setter, false, [waste.id]);
    const chosen = await textOf(setter.organisationId);
    expect(chosen).toContain("fourEyes: chosen");
    expect(chosen.match(/needsFourEyes: true/g)).toHaveLength(1);
    const other = await empty();
    await importSetup(other, chosen, null);
    expect(await textOf(other.organisationId)).toBe(chosen);
    const there = { organisationId: other.organisationId };
    expect(
      await own.database.kpi.findMany({ where: { ...there, needsFourEyes: true }, select: { code: true } }),
    ).toEqual([{ code: "waste" }]);
    expect(
      (await own.database.organisation.findUniqueOrThrow({ where: { id: other.organisationId } })).needsFourEyes,
    ).toBe(false);
  });

  test("holds what the demo has: versions, splits, factors, footnotes, series breaks, succession, benchmarks", () => {
    for (const said of [
      "replaces: mnps",
      "kind: nps",
      'factor("district-heating")',
      "newSeries",
      'men: "40"',
      "fteKpi: fte",
    ])
      expect(yaml).toContain(said);
    expect(yaml).not.toMatch(/demo\.example|isExample: null|undefined|NaN/);
  });

  test("is written all or nothing: what the last step refuses leaves no trace", async () => {
    const setter = await empty();
    const before = await textOf(setter.organisationId);
    await own.database.reportingPeriod.create({
      data: { organisationId: setter.organisationId, year: 2019, state: "published", publishedAt: new Date() },
    });
    await expect(importSetup(setter, yaml, "0".repeat(64))).rejects.toEqual(refusal("setup.file.changedSince"));
    await expect(importSetup(setter, yaml.replace("code: waste\n", "code: Waste\n"), null)).rejects.toEqual(
      refusal("setup.file.refused"),
    );
    expect((await textOf(setter.organisationId)).replace(/years:\n.*\n/, "")).toBe(before.replace(/years: .*\n/, ""));
    expect(await acts(setter.organisationId)).toBe(0);
  });

  test("changes what differs, keeps what it does not name, and adds versions of factors without touching the old", async () => {
    const setter = await empty();
    await importSetup(setter, yaml, null);
    const wanted = await exportSetup(setter.organisationId);
    const electricity = wanted.kpis.find(({ code }) => code === "electricity")!;
    electricity.definitions.push({ ...electricity.definitions.at(-1)!, from: 2025, tolerancePercent: "10" });
    wanted.kpis.find(({ code }) => code === "waste-recycled-share")!.targets = [];
    wanted.orgUnits.find(({ code }) => code === "herning")!.closesOn = "2025-06-30";
    wanted.orgUnits.find(({ code }) => code === "herning")!.mergedInto = "aarhus";
    wanted.footnotes = [];
    wanted.factors[0]!.versions.push({ ...wanted.factors[0]!.versions.at(-1)!, from: 2025, value: "49.50" });
    const judged = judgeSetup(writeSetup(wanted, "yaml"), await exportSetup(setter.organisationId));
    expect(judged).toMatchObject({
      ok: true,
      stays: { footnotes: expect.arrayContaining([expect.any(String)]), kpis: [] },
      changes: [
        {
          part: "orgUnits",
          code: "herning",
          details: [
            { path: "closesOn", to: "2025-06-30" },
            { path: "mergedInto", to: "aarhus" },
          ],
        },
        { part: "factors", code: "district-heating", details: [{ path: "versions[2025]", what: "new" }] },
        {
          part: "kpis",
          code: "electricity",
          details: [{ path: "definitions[2025]", what: "new" }],
        },
        {
          part: "kpis",
          code: "waste-recycled-share",
          details: [{ path: "targets[2024]", what: "ended" }],
        },
      ],
    });
    const seen = digestOf(await exportSetup(setter.organisationId));
    await importSetup(setter, writeSetup(wanted, "yaml"), seen);
    const after = await exportSetup(setter.organisationId);
    expect(after.footnotes.length).toBeGreaterThan(0);
    expect({ ...after, footnotes: [] }).toEqual({ ...wanted, footnotes: [] });
    wanted.factors[0]!.versions[0]!.value = "1";
    expect(judgeSetup(writeSetup(wanted, "yaml"), after)).toMatchObject({
      ok: false,
      problems: [{ path: "factors[0].versions[0]", code: "setup.file.factorChanged" }],
    });
  });

  test("a published year keeps what it rests on", async () => {
    const setter = await empty();
    await importSetup(setter, yaml, null);
    const { organisationId } = setter;
    await own.database.reportingPeriod.update({
      where: { organisationId_year: { organisationId, year: 2023 } },
      data: { state: "published", publishedAt: new Date() },
    });
    const changed = yaml.replace("definitionDa: Alt affald, vejet af affaldsselskabet.", "definitionDa: Andet.");
    expect(changed).not.toBe(yaml);
    await expect(importSetup(setter, changed, null)).rejects.toEqual(refusal("setup.published"));
    expect(await textOf(organisationId)).toBe(yaml);
  });
});
