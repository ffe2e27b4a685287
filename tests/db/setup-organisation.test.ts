import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { getYearView } from "@/lib/figure/queries";
import { addBenchmark, removeBenchmark } from "@/lib/setup/benchmark/mutations";
import { addReference, removeReference } from "@/lib/setup/reference/mutations";
import { collectAt, stopCollecting } from "@/lib/setup/collection/mutations";
import { deleteKpi, deleteOrgUnit, deletePillar, endKpi } from "@/lib/setup/ending/mutations";
import { exportSetup } from "@/lib/setup/file/queries";
import { findKpi } from "@/lib/setup/kpi/queries";
import { addFromLibrary } from "@/lib/setup/kpi-library/mutations";
import { addOrganisation } from "@/lib/setup/new-organisation/mutations";
import { addNote, removeNote } from "@/lib/setup/note/mutations";
import { readLogo } from "@/lib/setup/organisation/logo/queries";
import { changeOrganisation, setLogo, type OrganisationSetup } from "@/lib/setup/organisation/mutations";
import { findOrganisation } from "@/lib/setup/organisation/queries";
import { createKpi, createUser, recordValues } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";
import { refusal, twoOrganisations } from "./people";

let own: TestDatabase;
let round = 0;
let here: Awaited<ReturnType<typeof twoOrganisations>>["here"];
let elsewhere: Awaited<ReturnType<typeof twoOrganisations>>["here"];
let setter: { organisationId: string; actorId: string };
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());
beforeEach(async () => {
  ({ here, elsewhere, setter } = await twoOrganisations(own.database, `set-${++round}`));
});

const acts = async () =>
  (await own.database.auditEntry.findMany({ where: { organisationId: here.id }, orderBy: { sequence: "asc" } })).map(
    ({ action }) => action,
  );
const wanted: OrganisationSetup = {
  name: "Nordlys",
  nameEn: "Northern Lights",
  country: "DK",
  currency: "DKK",
  yearBeginsInMonth: 5,
  languages: ["da"],
  colour: "#0b5c55",
  suppressBelowCases: 7,
  suppressBelowReplies: 12,
  materialityPercent: "2.5",
  fteKpi: null,
};
/** The smallest PNG there is. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

describe("the organisation as a whole", () => {
  test("is changed with its root org unit's name; what is refused changes nothing", async () => {
    await createKpi(own.database, here.id, { code: "fte" }, [{ unitOfMeasure: "FTE" }]);
    await changeOrganisation(setter, { ...wanted, fteKpi: "fte" });
    expect(await findOrganisation(here.id)).toMatchObject({ ...wanted, fteKpi: "fte" });
    expect(await own.database.orgUnit.findFirst({ where: { organisationId: here.id, isRoot: true } })).toMatchObject({
      name: "Nordlys",
    });
    await expect(changeOrganisation(setter, { ...wanted, colour: "#ffcc00" })).rejects.toEqual(
      refusal("setup.organisation.colourPale"),
    );
    await createKpi(own.database, elsewhere.id, { code: "heads" }, [{ unitOfMeasure: "FTE" }]);
    await expect(changeOrganisation(setter, { ...wanted, fteKpi: "heads" })).rejects.toEqual(
      refusal("setup.unknownCode"),
    );
    expect(await acts()).toEqual(["organisation.change"]);
  });

  test("has a name for each language it is called by, and one where it has no other", async () => {
    const nameOf = async (locale: "da" | "en") => {
      const { dataVersion } = await own.database.organisation.findUniqueOrThrow({ where: { id: here.id } });
      return (await getYearView(here.id, String(dataVersion), 2024, locale)).organisation.name;
    };
    await changeOrganisation(setter, wanted);
    expect([await nameOf("da"), await nameOf("en")]).toEqual(["Nordlys", "Northern Lights"]);
    expect((await exportSetup(here.id)).organisation).toMatchObject({ name: "Nordlys", nameEn: "Northern Lights" });
    await changeOrganisation(setter, { ...wanted, nameEn: "" });
    expect(await nameOf("en")).toBe("Nordlys");
  });

  test("a logo is a picture by its content, kept once, and stands in the report as an address that holds it", async () => {
    const bytes = await readLogo(new File([png], "logo.png"));
    await setLogo(setter, bytes);
    await setLogo(setter, bytes);
    expect(await own.database.keptFile.count({ where: { organisationId: here.id } })).toBe(1);
    expect((await findOrganisation(here.id)).logo).toBe(`data:image/png;base64,${png.toString("base64")}`);
    await setLogo(setter, null);
    expect((await findOrganisation(here.id)).logo).toBeNull();
    const drawing = new File(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'], "logo.png");
    await expect(readLogo(drawing)).rejects.toEqual(refusal("setup.organisation.logoKind"));
    await expect(readLogo(new File([], "logo.png"))).rejects.toEqual(refusal("setup.organisation.logoMissing"));
    const large = new File([png, new Uint8Array(300_000)], "logo.png");
    await expect(readLogo(large)).rejects.toEqual(refusal("setup.organisation.logoTooBig"));
  });
});

describe("a KPI's parts", () => {
  beforeEach(async () => {
    await own.database.reportingPeriod.createMany({
      data: [2024, 2025].map((year) => ({ organisationId: here.id, year })),
    });
    await addFromLibrary(setter, { codes: ["waste-recycled-share", "water"], year: 2024, pillarId: null });
  });
  const kpi = async (code = "water") => (await findKpi(here.id, code))!;

  test("where it is collected, what it is held against, and its footnotes", async () => {
    await collectAt(setter, "water", { orgUnitIds: [here.north], fromYear: 2024, toYear: null });
    await collectAt(setter, "water", { orgUnitIds: [here.north, here.south], fromYear: 2024, toYear: 2025 });
    expect((await kpi()).collections.map(({ toYear }) => toYear)).toEqual([2025, 2025]);
    await stopCollecting(setter, "water", { orgUnitId: here.south, fromYear: 2024 });
    await expect(stopCollecting(setter, "water", { orgUnitId: here.south, fromYear: 2024 })).rejects.toEqual(
      refusal("access.notFound"),
    );
    await expect(
      collectAt(setter, "water", { orgUnitIds: [elsewhere.north], fromYear: 2024, toYear: null }),
    ).rejects.toEqual(refusal("access.notFound"));
    await expect(
      collectAt(setter, "water", { orgUnitIds: [here.north], fromYear: 2025, toYear: 2024 }),
    ).rejects.toEqual(refusal("setup.collection.yearsCrossed"));
    const mean = { year: 2024, labelDa: "Branchen", labelEn: "Sector", amount: "1.50", scale: 2 };
    await addBenchmark(setter, "water", mean);
    await expect(addBenchmark(setter, "water", mean)).rejects.toEqual(refusal("setup.taken"));
    const { references } = await kpi();
    const asks = { framework: "UNGC", edition: "2000", disclosure: "9" };
    await addReference(setter, "water", asks);
    await expect(addReference(setter, "water", { ...asks, edition: "" })).rejects.toEqual(refusal("setup.taken"));
    const asked = (await kpi()).references;
    expect(asked).toHaveLength(references.length + 1);
    expect(asked).toContainEqual(asks);
    await expect(removeReference(setter, "waste", asks)).rejects.toEqual(refusal("access.notFound"));
    await expect(removeReference(setter, "water", { ...asks, framework: "GRI" })).rejects.toEqual(
      refusal("access.notFound"),
    );
    await removeReference(setter, "water", asks);
    expect((await kpi()).references).toEqual(references);
    const [benchmark] = (await kpi()).benchmarks;
    expect(benchmark).toMatchObject({ amount: "1.50" });
    await expect(removeBenchmark(setter, "waste", benchmark!.id)).rejects.toEqual(refusal("access.notFound"));
    await removeBenchmark(setter, "water", benchmark!.id);
    const note = {
      footnoteId: null,
      textDa: "Uden haven.",
      textEn: "Without the garden.",
      fromYear: 2024,
      toYear: null,
    };
    await addNote(setter, "water", note);
    await expect(addNote(setter, "water", { ...note, textEn: "" })).rejects.toEqual(refusal("setup.note.textMissing"));
    const [noted] = (await kpi()).notes;
    await addNote(setter, "waste", { ...note, footnoteId: noted!.id });
    await removeNote(setter, "water", { footnoteId: noted!.id, fromYear: 2024 });
    expect((await kpi("waste")).notes).toHaveLength(1);
    await removeNote(setter, "waste", { footnoteId: noted!.id, fromYear: 2024 });
    expect(await own.database.footnote.count({ where: { organisationId: here.id } })).toBe(0);
  });

  test("one with values is ended, not deleted; an input of a formula stays; what nothing rests on goes", async () => {
    const water = await own.database.kpi.findFirstOrThrow({ where: { organisationId: here.id, code: "water" } });
    const by = { actorId: setter.actorId, at: new Date("2025-01-01") };
    await recordValues(own.database, here.id, by, [
      { kpiId: water.id, orgUnitId: here.north, year: 2024, figure: "5" },
    ]);
    await expect(deleteKpi(setter, "water")).rejects.toEqual(refusal("setup.ending.hasValues"));
    await expect(endKpi(setter, "water", 2023)).rejects.toEqual(refusal("setup.ending.laterValues"));
    await endKpi(setter, "water", 2024);
    const shown = async (year: number) =>
      (await getYearView(here.id, `ended-${year}`, year, "da")).kpis.some(({ code }) => code === "water");
    expect([await shown(2024), await shown(2025)]).toEqual([true, false]);
    expect((await exportSetup(here.id)).kpis.find(({ code }) => code === "water")).toMatchObject({ lastYear: 2024 });
    await expect(deleteKpi(setter, "waste")).rejects.toEqual(refusal("setup.ending.isInput"));
    await deleteKpi(setter, "waste-recycled-share");
    await deleteKpi(setter, "waste");
    expect(await findKpi(here.id, "waste")).toBeNull();
    await own.database.reportingPeriod.update({
      where: { organisationId_year: { organisationId: here.id, year: 2025 } },
      data: { state: "published", publishedAt: new Date() },
    });
    await expect(endKpi(setter, "water", null)).rejects.toEqual(refusal("setup.ending.published"));
  });

  test("a pillar and an org unit go when nothing rests on them", async () => {
    await expect(deletePillar(setter, "environment")).rejects.toEqual(refusal("setup.inUse"));
    await own.database.pillar.create({
      data: { organisationId: here.id, code: "empty", nameDa: "T", nameEn: "E", position: 9 },
    });
    await deletePillar(setter, "empty");
    const { code } = await own.database.orgUnit.findUniqueOrThrow({ where: { id: here.south } });
    await deleteOrgUnit(setter, code);
    await expect(deleteOrgUnit(setter, code)).rejects.toEqual(refusal("access.notFound"));
    const root = await own.database.orgUnit.findFirstOrThrow({ where: { organisationId: here.id, isRoot: true } });
    await expect(deleteOrgUnit(setter, root.code)).rejects.toEqual(refusal("access.notFound"));
  });
});

test("a further organisation: empty or a copy, its maker the administrator; a short name only once", async () => {
  const actorId = await createUser(own.database, {
    email: `maker-${round}@tests.example`,
    name: "Maker",
    password: "kaffe under trappen 7",
  });
  const by = { organisationId: here.id, actorId };
  await addFromLibrary(setter, { codes: ["energy"], year: 2024, pillarId: null });
  const made = { name: "Second", slug: `second-${round}`, year: 2025 };
  await addOrganisation(by, { ...made, begin: "copy" });
  const second = await own.database.organisation.findUniqueOrThrow({ where: { slug: made.slug } });
  const [first, copy] = await Promise.all([exportSetup(here.id), exportSetup(second.id)]);
  expect({ ...copy, years: [], organisation: { ...copy.organisation, name: "" } }).toEqual({
    ...first,
    years: [],
    organisation: { ...first.organisation, name: "" },
  });
  expect(await own.database.membership.findMany({ where: { organisationId: second.id } })).toMatchObject([
    { userId: actorId, role: "administrator" },
  ]);
  await expect(addOrganisation(by, { ...made, begin: "empty" })).rejects.toEqual(refusal("setup.slugTaken"));
});
