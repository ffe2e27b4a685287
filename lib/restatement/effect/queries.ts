import { createHash } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { loadFacts, type KpiRow } from "@/lib/evaluation/queries";
import { fraction } from "@/lib/number/fraction";
import type { DecimalText } from "@/lib/number/model";
import type { OrgUnitNode } from "@/lib/org-unit/model";
import { besideOf } from "../beside/model";
import { reachOf, restated, type Subject } from "../model";
import { effectsOf, type Effect } from "./model";

/** What a restatement would do, worked out by evaluating every figure it reaches twice. */
export type WorkedOut = {
  effects: Effect[];
  /** Changes when one of the effects does: what was previewed is what is written. */
  digest: string;
  threshold: DecimalText;
  publishedYears: number[];
  kpis: KpiRow[];
  orgUnits: OrgUnitNode[];
};

/** Works out a restatement, which may need the KPIs to say what it changes; every year of the organisation is looked at. */
export async function workOut(
  organisationId: string,
  subjectOf: (kpis: KpiRow[]) => Subject,
  reader: Prisma.TransactionClient = database,
): Promise<WorkedOut> {
  const organisation = await reader.organisation.findUniqueOrThrow({
    where: { id: organisationId },
    select: { materialityPercent: true, periods: { select: { year: true, state: true } } },
  });
  const years = organisation.periods.map(({ year }) => year);
  if (years.length === 0) throw new Refusal("access.notFound");
  const { kpis, facts } = await loadFacts(organisationId, { from: Math.min(...years), to: Math.max(...years) }, reader);
  const subject = subjectOf(kpis);
  const after = restated(facts, subject);
  const publishedYears = organisation.periods.flatMap(({ year, state }) => (state === "published" ? [year] : []));
  const threshold = organisation.materialityPercent.toFixed();
  const effects = effectsOf(
    facts,
    after,
    reachOf(subject, facts, after, years),
    { threshold: fraction(threshold), published: new Set(publishedYears) },
    besideOf(subject, after),
  );
  const digest = createHash("sha256").update(JSON.stringify(effects)).digest("hex");
  return { effects, digest, threshold, publishedYears, kpis, orgUnits: facts.orgUnits };
}
