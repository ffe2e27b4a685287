import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { effectSentence } from "../line/model";
import { getPublishedPeriods, listRestatements } from "../queries";
import { explainedIn } from "../period/model";

/** A restatement a report must explain, what it did, and what is written about it so far. */
export type ToExplain = {
  id: string;
  sentence: string;
  reason: string;
  textDa: string;
  textEn: string;
  /** 0: nothing was written yet. */
  version: number;
};

/** The material restatements the report of a year must explain, the latest first. */
export async function getToExplain(organisationId: string, year: number, locale: Locale): Promise<ToExplain[]> {
  const everything = { from: null, to: null, year: null, kpi: null };
  const [restatements, periods, explanations] = await Promise.all([
    listRestatements(organisationId, everything, locale),
    getPublishedPeriods(organisationId),
    database.restatementExplanation.findMany({ where: { organisationId } }),
  ]);
  const written = new Map(explanations.map((one) => [one.restatementId, one]));
  return restatements
    .filter((one) => one.isMaterial && explainedIn(periods, one) === year)
    .map(({ id, effects, subject, fromYear, reason }) => {
      const { textDa = "", textEn = "", version = 0 } = written.get(id) ?? {};
      const sentence = effects[0] ? effectSentence(effects[0]) : `${subject.name} ${fromYear}`;
      return { id, sentence, reason, textDa, textEn, version };
    });
}
