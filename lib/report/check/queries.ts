import { createHash } from "node:crypto";
import { database } from "@/lib/database/client";
import { getYearView } from "@/lib/figure/queries";
import { memo } from "@/lib/memo/model";
import { appendixOf } from "@/lib/report/appendix/model";
import { getEditableReport, getReport } from "@/lib/report/queries";
import { referenceSource, type Organisation } from "@/lib/report/reference/queries";
import { getToExplain } from "@/lib/restatement/explanation/queries";
import { check } from "./all/model";
import { askedOf, drawnIn, passagesOf, printedPart, staleIn, toRewriteIn } from "./draft/model";
import { shownPictures } from "./picture/model";
import { keyOf, mustBeMended, type Draft, type Finding, type Passage } from "./model";

/** A finding with what identifies it, and who accepted it why; null: it is still open. */
export type CheckedFinding = Finding & {
  key: string;
  canBeAccepted: boolean;
  accepted: { reason: string; by: string; at: Date } | null;
};

/** Everything a report's texts are held against; null without a report. */
export async function getDraft(organisation: Organisation, year: number): Promise<Draft | null> {
  const { id, dataVersion } = organisation;
  const [whole, report] = await Promise.all([getEditableReport(id, year), getReport(id, year, "da")]);
  if (!whole || !report) return null;
  const editable = printedPart(whole);
  const [da, en, sourceDa, sourceEn, explainDa, pictures] = await Promise.all([
    getYearView(id, dataVersion, year, "da"),
    getYearView(id, dataVersion, year, "en"),
    referenceSource(organisation, year, "da"),
    referenceSource(organisation, year, "en"),
    getToExplain(id, year, "da"),
    database.picture.findMany({
      where: { organisationId: id, id: { in: Object.keys(report.pictures ?? {}) } },
      select: { id: true, altDa: true, altEn: true },
    }),
  ]);
  // What is not offered in a language need not be translated into it.
  const isOffered = ({ locale }: Passage) => report.house?.languages.includes(locale) ?? true;
  return {
    year,
    passages: passagesOf(editable).filter(isOffered),
    stale: staleIn(editable).filter(isOffered),
    asked: askedOf(editable),
    views: { da, en },
    sources: { da: sourceDa, en: sourceEn },
    toRewrite: toRewriteIn(editable),
    sections: editable.sections.map(({ code }) => code),
    blocks: drawnIn(report.sections),
    pictures: shownPictures(report.sections, new Map(pictures.map((picture) => [picture.id, picture]))),
    numbers: Object.values(appendixOf(da).numberOf),
    restatements: explainDa.map((one) => ({
      ...{ id: one.id, sentence: one.sentence },
      isExplained: { da: one.textDa !== "", en: one.textEn !== "" },
    })),
  };
}

const found = memo(16, async (id: string, dataVersion: string, year: number) => {
  const draft = await getDraft({ id, dataVersion }, year);
  return draft && check(draft).map((finding) => ({ ...finding, key: digest(finding) }));
});

/** What the check finds in the report of a year, with what was accepted; null without a report. */
export async function getFindings(organisation: Organisation, year: number): Promise<CheckedFinding[] | null> {
  const [findings, accepted] = await Promise.all([
    found(organisation.id, organisation.dataVersion, year),
    database.checkAcceptance.findMany({
      where: { organisationId: organisation.id, year, withdrawnAt: null },
    }),
  ]);
  const people = await database.user.findMany({
    where: { id: { in: accepted.map(({ acceptedBy }) => acceptedBy) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const byKey = new Map(accepted.map((one) => [one.finding, one]));
  return (
    findings &&
    findings.map((finding) => {
      const one = byKey.get(finding.key);
      return {
        ...finding,
        canBeAccepted: !mustBeMended(finding.rule),
        accepted:
          one && !mustBeMended(finding.rule)
            ? { reason: one.reason, by: nameOf.get(one.acceptedBy) ?? "", at: one.acceptedAt }
            : null,
      };
    })
  );
}

function digest(finding: Finding): string {
  return createHash("sha256").update(keyOf(finding)).digest("hex");
}
