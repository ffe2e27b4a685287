import { describe, expect, test } from "vitest";
import { defineKpi } from "@/lib/setup/kpi/mutations";
import { checkWorld, findKpi } from "@/lib/setup/kpi/queries";
import { addPillar, changePillar } from "@/lib/setup/pillar/mutations";
import { listPillars } from "@/lib/setup/pillar/queries";
import { openPeriod } from "@/lib/setup/period/mutations";
import { endTarget, setTarget } from "@/lib/setup/target/mutations";
import { refusal } from "./people";
import { nowhere, plain, setupWorld } from "./setup-world";

const { own, state, addElectricity } = setupWorld();

describe("a pillar", () => {
  const text = {
    nameDa: "Miljø",
    nameEn: "Environment",
    colour: "producer",
    isGuiding: true,
    sdgs: [12, 13],
    themesDa: ["Energi | 13, 7", "Affald"],
    themesEn: ["Energy", "Waste"],
  };

  test("keeps its themes in both languages, and changes them together", async () => {
    await addPillar(own.setter, "producer", text);
    const [pillar] = await listPillars(own.here.id);
    await changePillar(own.setter, pillar!.id, { ...text, themesDa: ["Affald"], themesEn: ["Waste"] });
    const [changed] = await listPillars(own.here.id);
    expect(changed!.themes).toEqual([{ nameDa: "Affald", nameEn: "Waste", sdgs: [] }]);
    await expect(changePillar(own.setter, pillar!.id, { ...text, themesEn: [] })).rejects.toEqual(
      refusal("setup.themesDiffer"),
    );
    await expect(changePillar({ ...own.setter, organisationId: own.elsewhere.id }, pillar!.id, text)).rejects.toEqual(
      refusal("access.notFound"),
    );
  });
});

describe("a definition", () => {
  test("holds from its year; the same year changes it; ties only to what is the organisation's own", async () => {
    await addElectricity();
    await defineKpi(own.setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "kWh" });
    await defineKpi(own.setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "GJ" });
    const kpi = await findKpi(own.here.id, "electricity");
    expect(kpi!.definitions.map(({ validFromYear, unitOfMeasure }) => [validFromYear, unitOfMeasure])).toEqual([
      [2025, "GJ"],
      [2024, "MWh"],
    ]);
    await addPillar({ ...own.setter, organisationId: own.elsewhere.id }, "theirs", {
      nameDa: "x",
      nameEn: "x",
      colour: "ethics",
      isGuiding: true,
      sdgs: [],
      themesDa: [],
      themesEn: [],
    });
    const [theirs] = await listPillars(own.elsewhere.id);
    await expect(defineKpi(own.setter, "electricity", { ...nowhere, pillarId: theirs!.id }, plain)).rejects.toEqual(
      refusal("access.notFound"),
    );
    await expect(
      defineKpi({ ...own.setter, organisationId: own.elsewhere.id }, "electricity", nowhere, plain),
    ).rejects.toEqual(refusal("access.notFound"));
    await expect(addElectricity({ weightCode: "fte", consolidation: "weighted" })).rejects.toEqual(
      expect.objectContaining({ name: "Refusal" }),
    );
  });

  test("does not change under a published year; a later year may read otherwise", async () => {
    await addElectricity();
    await openPeriod(own.setter, 2024, null);
    await own.database.reportingPeriod.updateMany({
      where: { organisationId: own.here.id },
      data: { state: "published" },
    });
    const before = await state();
    await expect(defineKpi(own.setter, "electricity", nowhere, { ...plain, unitOfMeasure: "kWh" })).rejects.toEqual(
      refusal("setup.published"),
    );
    expect(await state()).toEqual(before);
    await defineKpi(own.setter, "electricity", nowhere, { ...plain, validFromYear: 2025, unitOfMeasure: "kWh" });
  });

  test("what a formula may name is the organisation's, as defined in the year", async () => {
    await addElectricity();
    const world = await checkWorld(own.here.id, { code: "total", unitOfMeasure: "MWh", year: 2024 });
    expect([...world.kpis]).toEqual([["electricity", { unitOfMeasure: "MWh", isSplit: false, inputs: [] }]]);
    expect((await checkWorld(own.elsewhere.id, { code: "total", unitOfMeasure: "MWh", year: 2024 })).kpis.size).toBe(0);
  });
});

describe("a target", () => {
  const target = {
    kind: "atMost" as const,
    year: 2030,
    setInYear: null,
    baselineYear: null,
    limit: { amount: "5.0", scale: 1 },
  };

  test("is set once a year, set anew in its place, and taken away", async () => {
    await addElectricity();
    await setTarget(own.setter, "electricity", target);
    await setTarget(own.setter, "electricity", { ...target, kind: "split", limit: { men: "40", women: "60" } });
    const [set] = (await findKpi(own.here.id, "electricity"))!.targets;
    expect(set).toMatchObject({ kind: "split", amount: null, men: "40", women: "60" });
    await expect(endTarget({ ...own.setter, organisationId: own.elsewhere.id }, set!.id)).rejects.toEqual(
      refusal("access.notFound"),
    );
    await endTarget(own.setter, set!.id);
    expect((await findKpi(own.here.id, "electricity"))!.targets).toEqual([]);
  });

  test.each([
    [{ kind: "reduction" as const }, "setup.baselineMissing"],
    [{ baselineYear: 2030 }, "setup.baselineLate"],
  ])("with %j is refused as %s", async (more, code) => {
    await addElectricity();
    await expect(setTarget(own.setter, "electricity", { ...target, ...more })).rejects.toEqual(refusal(code));
  });
});
