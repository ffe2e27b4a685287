import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import { addFromLibrary } from "@/lib/setup/kpi-library/mutations";
import { inSet, library } from "@/lib/setup/kpi-library/model";
import { createKpi, recordValues } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation, refusal } from "./people";

let own: TestDatabase;
let round = 0;
let here: Awaited<ReturnType<typeof anOrganisation>>;
let setter: { organisationId: string; actorId: string };
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());
beforeEach(async () => {
  here = await anOrganisation(own.database, `library-${++round}`);
  setter = { organisationId: here.id, actorId: "00000000-0000-4000-8000-000000000001" };
});

const codesOf = (set: Parameters<typeof inSet>[0]) => inSet(set).map(({ code }) => code);
const held = async () => ({
  kpis: await own.database.kpi.count({ where: { organisationId: here.id } }),
  pillars: await own.database.pillar.count({ where: { organisationId: here.id } }),
  acts: await own.database.auditEntry.count({ where: { organisationId: here.id, action: "library.add" } }),
});

describe("the library", () => {
  test("a set comes with its base data and pillars in one act, and again only what is missing", async () => {
    const added = await addFromLibrary(setter, { codes: codesOf("fsr"), year: 2024, pillarId: null });
    expect(added).toMatchObject({ kpis: 16 + 2, pillars: 3, present: 0 });
    expect(await held()).toEqual({ kpis: added.kpis + added.base, pillars: 3, acts: 1 });
    const again = await addFromLibrary(setter, { codes: codesOf("vsme"), year: 2025, pillarId: null });
    expect(again).toMatchObject({ pillars: 0 });
    expect(again.present).toBeGreaterThan(5);
    await expect(addFromLibrary(setter, { codes: codesOf("fsr"), year: 2024, pillarId: null })).rejects.toEqual(
      refusal("setup.kpiLibrary.allPresent"),
    );
    const versions = await own.database.kpiVersion.groupBy({
      by: ["kpiId"],
      where: { organisationId: here.id },
      _count: true,
    });
    expect(versions.every(({ _count }) => _count === 1)).toBe(true);
  });

  test("everything at once is accepted by the database, and calculated as soon as it is entered", async () => {
    await own.database.reportingPeriod.create({ data: { organisationId: here.id, year: 2024 } });
    await addFromLibrary(setter, { codes: library.map(({ code }) => code), year: 2024, pillarId: null });
    const kpis = await own.database.kpi.findMany({ where: { organisationId: here.id } });
    expect(kpis).toHaveLength(library.length);
    const idOf = new Map(kpis.map(({ code, id }) => [code, id]));
    const organisation = await own.database.organisation.findUniqueOrThrow({ where: { id: here.id } });
    expect(organisation.fteKpiId).toBe(idOf.get("fte"));
    const entered: [string, string][] = [
      ["electricity", "100"],
      ["heating", "50"],
      ["fuel-energy", "10"],
      ["injury-count", "3"],
      ["hours-worked", "400000"],
    ];
    for (const unit of [here.north, here.south])
      await recordValues(
        own.database,
        here.id,
        { actorId: setter.actorId, at: new Date("2025-01-01") },
        entered.map(([code, figure]) => ({ kpiId: idOf.get(code)!, orgUnitId: unit, year: 2024, figure })),
      );
    const view = await getYearView(here.id, "entered", 2024, "en");
    const amount = (code: string) => view.kpis.find((kpi) => kpi.code === code)?.figures.at(-1)?.amount;
    expect([amount("energy"), amount("energy-mwh"), amount("accident-rate")]).toEqual(["1152", "320", "1.5"]);
  });

  test("what is there keeps its definition; an input in another unit of measure refuses the whole selection", async () => {
    const id = await createKpi(own.database, here.id, { code: "electricity" }, [
      { unitOfMeasure: "kWh", validFromYear: 2020 },
    ]);
    await expect(
      addFromLibrary(setter, { codes: ["electricity-intensity"], year: 2024, pillarId: null }),
    ).rejects.toEqual(refusal("setup.kpiLibrary.unitDiffers"));
    expect(await held()).toEqual({ kpis: 1, pillars: 0, acts: 0 });
    await addFromLibrary(setter, { codes: ["energy", "electricity"], year: 2024, pillarId: null });
    expect(await own.database.kpiVersion.findMany({ where: { kpiId: id } })).toEqual([
      expect.objectContaining({ unitOfMeasure: "kWh", validFromYear: 2020 }),
    ]);
  });

  test("under a chosen pillar; one of another organisation is refused", async () => {
    const elsewhere = await anOrganisation(own.database, `library-elsewhere-${round}`);
    const pillar = (organisationId: string) =>
      own.database.pillar.create({ data: { organisationId, code: "one", nameDa: "En", nameEn: "One", position: 0 } });
    const [mine, theirs] = [await pillar(here.id), await pillar(elsewhere.id)];
    await expect(addFromLibrary(setter, { codes: ["water"], year: 2024, pillarId: theirs.id })).rejects.toEqual(
      refusal("access.notFound"),
    );
    await addFromLibrary(setter, { codes: ["water"], year: 2024, pillarId: mine.id });
    expect(await own.database.kpi.findFirst({ where: { organisationId: here.id } })).toMatchObject({
      pillarId: mine.id,
    });
  });
});
