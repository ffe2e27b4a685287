import { Refusal } from "@/lib/access/refusal";
import { unapproved } from "@/lib/approval/model";
import { countApprovals } from "@/lib/approval/queries";
import { recordAudit } from "@/lib/audit/mutations";
import type { Prisma } from "@/lib/database/generated/client";
import { evaluator } from "@/lib/evaluation/model";
import { loadFacts } from "@/lib/evaluation/queries";
import { versionIn } from "@/lib/kpi/model";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { publishedFigures, REPORT_WINDOW } from "./model";

/** Which year is published, by whom, through which door, and on which day if it was not today. */
export type Publishing = {
  organisationId: string;
  year: number;
  actorId: string;
  door: "page" | "demo";
  at?: Date;
};

/**
 * Publishes a year within a transaction: keeps every figure its report shows as it is now, then closes the year for
 * good. From then on the database takes a change of it only together with a restatement. Refuses
 * `restatement.noPeriod` for a year without a reporting period, `restatement.alreadyPublished` for one that is out,
 * `approval.yearOpen` for one that is not closed, and `approval.yearWaits` while a value of it is not approved: only
 * approved values count in a published report, so what shall not count is emptied or settled first.
 */
export async function publishYear(tx: Prisma.TransactionClient, publishing: Publishing): Promise<void> {
  const { organisationId, year, actorId, door, at } = publishing;
  // Held to the end, so that no save changes a figure between the record and the state.
  const [period] = await tx.$queryRaw<{ state: string }[]>`
    SELECT "state"::text FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "year" = ${year} FOR UPDATE`;
  if (!period) throw new Refusal("restatement.noPeriod", { year });
  if (period.state === "published") throw new Refusal("restatement.alreadyPublished", { year });
  if (period.state !== "closed") throw new Refusal("approval.yearOpen", { year });
  const waiting = unapproved(await countApprovals(organisationId, year, null, tx));
  if (waiting > 0) throw new Refusal("approval.yearWaits", { year, count: waiting });
  const figures = await figuresNow(tx, organisationId, year);
  await tx.publishedFigure.createMany({ data: figures.map((figure) => ({ organisationId, ...figure })) });
  await tx.reportingPeriod.update({
    where: { organisationId_year: { organisationId, year } },
    data: { state: "published", publishedAt: at ?? null },
  });
  await raiseDataVersion(tx, organisationId);
  await recordAudit(tx, {
    organisationId,
    actorId,
    door,
    action: "year.publish",
    subject: String(year),
    detail: { figures: figures.length },
  });
}

async function figuresNow(tx: Prisma.TransactionClient, organisationId: string, year: number) {
  const from = year - REPORT_WINDOW + 1;
  const periods = await tx.reportingPeriod.findMany({
    where: { organisationId, year: { gte: from, lte: year } },
    orderBy: { year: "asc" },
  });
  const { kpis, facts } = await loadFacts(organisationId, { from: from - REPORT_WINDOW, to: year }, tx);
  const { evaluate, tree } = evaluator(facts);
  const now = tree(year);
  return kpis.flatMap((kpi) => {
    const version = versionIn(kpi.versions, year);
    if (!version) return [];
    const cells = periods.map((period) => ({
      year: period.year,
      cell: evaluate(kpi.code, now.rootId, period.year),
      fixed: versionIn(kpi.versions, period.year)?.decimals ?? null,
    }));
    return publishedFigures({ id: kpi.id, unitOfMeasure: version.unitOfMeasure }, year, cells, now);
  });
}
