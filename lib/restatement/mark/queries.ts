import { database } from "@/lib/database/client";
import type { Restated } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { fraction, percentChange, round } from "@/lib/number/fraction";
import { largestScale } from "@/lib/number/model";
import { reasonIn } from "../model";
import type { RestatedOf } from "./model";

/** What was restated of the organisation's own figures of published years between two, in one read. */
export async function restatedFigures(
  organisationId: string,
  years: { from: number; to: number },
  locale: Locale,
): Promise<RestatedOf> {
  const effects = await database.restatementEffect.findMany({
    where: { organisationId, year: { gte: years.from, lte: years.to }, orgUnit: { isRoot: true } },
    include: {
      kpi: { select: { code: true } },
      restatement: { select: { id: true, kind: true, at: true, reasonDa: true, reasonEn: true, explanation: true } },
    },
    orderBy: { restatement: { at: "asc" } },
  });
  const published = await publishedAmong(organisationId, effects.length > 0);
  const marks = new Map<string, Restated>();
  for (const effect of effects) {
    if (!published.has(effect.year)) continue;
    const key = `${effect.kpi.code} ${effect.year}`;
    const { restatement } = effect;
    // What was published first stays beside the figure, however often it was restated since.
    const before = marks.get(key)?.before ?? {
      status: effect.beforeStatus ?? "missing",
      amount: effect.beforeAmount?.toFixed() ?? null,
      men: effect.beforeMen?.toFixed() ?? null,
      women: effect.beforeWomen?.toFixed() ?? null,
    };
    const { textDa = "", textEn = "" } = restatement.explanation ?? {};
    const explanation = reasonIn({ reasonDa: textDa, reasonEn: textEn }, locale);
    const reasons = [marks.get(key)?.reason, reasonIn(restatement, locale), explanation].filter(Boolean);
    marks.set(key, {
      id: restatement.id,
      at: restatement.at.toISOString(),
      kind: restatement.kind,
      before,
      isNumberKept:
        before.status === (effect.afterStatus ?? "missing") &&
        before.amount === (effect.afterAmount?.toFixed() ?? null) &&
        before.men === (effect.afterMen?.toFixed() ?? null),
      percent: percentOf(before.amount ?? before.men, (effect.afterAmount ?? effect.afterMen)?.toFixed() ?? null),
      reason: [...new Set(reasons)].join(" "),
    });
  }
  return (code, year) => marks.get(`${code} ${year}`) ?? null;
}

async function publishedAmong(organisationId: string, isNeeded: boolean): Promise<Set<number>> {
  if (!isNeeded) return new Set();
  const periods = await database.reportingPeriod.findMany({ where: { organisationId, state: "published" } });
  return new Set(periods.map(({ year }) => year));
}

function percentOf(before: string | null, after: string | null): string | null {
  if (before === null || after === null) return null;
  const percent = percentChange(fraction(before), fraction(after));
  return percent && round(percent, largestScale);
}
