import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import { kpiSetup, kpisWithAll } from "./kpi/queries";
import { inOrder } from "./order/model";
import { ROOT, type FactorSetup, type SetupDocument } from "./schema";

const day = (date: Date | null) => date && date.toISOString().slice(0, 10);

/**
 * An organisation's whole set-up as a file says it: everything in an order of its own, so that two exports differ
 * only where the set-up does. Of a published year's factors only the versions count, not which the year keeps.
 */
export async function exportSetup(
  organisationId: string,
  reader: Prisma.TransactionClient = database,
): Promise<SetupDocument> {
  const where = { organisationId };
  const [organisation, years, units, placements, pillars, book, kpis, footnotes] = await Promise.all([
    reader.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      include: { fteKpi: { select: { code: true } } },
    }),
    reader.reportingPeriod.findMany({ where }),
    reader.orgUnit.findMany({ where, orderBy: [{ position: "asc" }, { code: "asc" }] }),
    reader.orgUnitPlacement.findMany({ where }),
    reader.pillar.findMany({
      where,
      include: { themes: { orderBy: { position: "asc" } } },
      orderBy: [{ position: "asc" }, { code: "asc" }],
    }),
    loadFactorBook(organisationId, reader),
    reader.kpi.findMany({ where, include: kpisWithAll, orderBy: [{ position: "asc" }, { code: "asc" }] }),
    reader.footnote.findMany({
      where,
      include: { uses: { include: { kpi: { select: { code: true } } } } },
    }),
  ]);
  const unitCode = new Map(units.map(({ id, code, isRoot }) => [id, isRoot ? ROOT : code]));
  const codeOf = (id: string | null) => (id === null ? null : unitCode.get(id)!);
  return inOrder({
    format: "ledestjerne-setup",
    version: 1,
    organisation: {
      name: organisation.name,
      nameEn: organisation.nameEn,
      country: organisation.country,
      currency: organisation.currency,
      suppressBelowCases: organisation.suppressBelowCases,
      suppressBelowReplies: organisation.suppressBelowReplies,
      materialityPercent: organisation.materialityPercent.toFixed(),
      fteKpi: organisation.fteKpi?.code ?? null,
      fourEyes: organisation.needsFourEyes ? "all" : "chosen",
      yearBeginsInMonth: organisation.yearBeginsInMonth,
      languages: organisation.languages as SetupDocument["organisation"]["languages"],
      colour: organisation.colour,
    },
    years: years.map(({ year, dueOn }) => ({ year, dueOn: day(dueOn) })),
    orgUnits: units
      .filter(({ isRoot }) => !isRoot)
      .map(({ id, code, name, opensOn, closesOn, mergedIntoId }) => ({
        code,
        name,
        opensOn: day(opensOn),
        closesOn: day(closesOn),
        mergedInto: codeOf(mergedIntoId),
        placed: placements
          .filter(({ orgUnitId }) => orgUnitId === id)
          .map(({ parentId, validFrom }) => ({ under: codeOf(parentId)!, from: day(validFrom)! })),
      })),
    pillars: pillars.map(({ code, nameDa, nameEn, colour, isGuiding, sdgs, themes }) => ({
      code,
      nameDa,
      nameEn,
      colour: colour as SetupDocument["pillars"][number]["colour"],
      isChapter: !isGuiding,
      sdgs,
      themes: themes.map((theme) => ({ da: theme.nameDa, en: theme.nameEn, sdgs: theme.sdgs })),
    })),
    factors: factorsOf(book.versions),
    kpis: kpis.map((row) => kpiSetup(row, codeOf)),
    footnotes: footnotes.map(({ code, textDa, textEn, uses }) => ({
      code,
      textDa,
      textEn,
      on: uses.map(({ kpi, fromYear, toYear }) => ({ kpi: kpi.code, from: fromYear, to: toYear })),
    })),
  });
}

/** Factors by code, each with its versions in the order they were added. */
function factorsOf(versions: Awaited<ReturnType<typeof loadFactorBook>>["versions"]): FactorSetup[] {
  const byCode = new Map<string, FactorSetup>();
  for (const version of versions) {
    const { code, activity, scope, method, region } = version;
    if (!byCode.has(code))
      byCode.set(code, { code, activityDa: activity.da, activityEn: activity.en, scope, method, region, versions: [] });
    const {
      validFromYear: from,
      value,
      unitOut,
      unitIn,
      source,
      retrievedOn,
      note,
      isBackCalculated,
      isExample,
    } = version;
    byCode
      .get(code)!
      .versions.push({ from, value, unitOut, unitIn, source, retrievedOn, note, isBackCalculated, isExample });
  }
  return [...byCode.values()];
}
