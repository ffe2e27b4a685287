import { afterAll, beforeAll } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import type { YearView } from "@/lib/figure/model";
import { getYearView } from "@/lib/figure/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

/** Aleris as its controller restates it, in a demo of the test file's own; it is filled in before the first test. */
export function restatementWorld(): TestDatabase & Awaited<ReturnType<typeof alerisIn>> {
  const aleris = {} as ReturnType<typeof restatementWorld>;
  beforeAll(async () => {
    Object.assign(aleris, await freshDatabase());
    await loadDemo(aleris.ownerUrl);
    Object.assign(aleris, await alerisIn(aleris.database));
  }, 60_000);
  afterAll(() => aleris.close());
  return aleris;
}

/** Who it is, what is stored of it, and what its figures are now. */
async function alerisIn(database: PrismaClient) {
  const { id } = await database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  const { id: rootId } = await database.orgUnit.findFirstOrThrow({ where: { organisationId: id, isRoot: true } });
  const { id: actorId } = await database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  const author = () => ({
    ...{ organisationId: id, actorId },
    ...{ reasonDa: "Måleren var aflæst forkert.", reasonEn: "The meter was misread." },
  });
  const idOf = async (code: string) =>
    (await database.kpi.findFirstOrThrow({ where: { organisationId: id, code } })).id;
  const cellOf = async (code: string, year: number) =>
    database.yearlyValue.findFirstOrThrow({
      where: { organisationId: id, kpiId: await idOf(code), orgUnitId: rootId, year },
    });
  const state = async () => ({
    values: await database.yearlyValue.findMany({ orderBy: [{ kpiId: "asc" }, { orgUnitId: "asc" }, { year: "asc" }] }),
    revisions: await database.valueRevision.count(),
    restatements: await database.restatement.count(),
    effects: await database.restatementEffect.count(),
    audits: await database.auditEntry.count(),
  });
  const record = () =>
    database.publishedFigure.findMany({
      where: { organisationId: id },
      orderBy: [{ kpiId: "asc" }, { reportYear: "asc" }, { year: "asc" }],
    });
  const viewNow = async (year = 2023): Promise<YearView> => {
    const { dataVersion } = await database.organisation.findUniqueOrThrow({ where: { id } });
    return getYearView(id, String(dataVersion), year, "da");
  };
  return { id, rootId, actorId, author, idOf, cellOf, state, record, viewNow };
}

/** What a view prints, by KPI and year. */
export const figuresOf = (view: YearView) =>
  new Map(
    [...view.kpis, ...view.base].flatMap((kpi) =>
      kpi.figures.map((one) => [`${kpi.code} ${one.year}`, one.amount ?? one.split ?? one.status] as const),
    ),
  );
