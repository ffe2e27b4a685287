import { createTranslator } from "use-intl/core";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { isoDay } from "@/lib/agreement/period/queries";
import { getKpiNames, type KpiName } from "@/lib/commitment/kpi/queries";
import { isLocale, type Locale } from "@/lib/language/model";
import { messages } from "@/lib/language/messages";
import type { CommitmentRow, FollowUpRow } from "./model";

const included = {
  track: true,
  requirement: true,
  initiative: true,
  agreement: { include: { orgUnit: { select: { name: true } }, period: { select: { code: true } } } },
} as const satisfies Prisma.CommitmentInclude;
/** Files that were taken back back nothing any more. */
const backing = { where: { withdrawal: null }, select: { name: true }, orderBy: { addedAt: "asc" } } as const;
type Row = Prisma.CommitmentGetPayload<{ include: typeof included }>;

/** The period a file is asked of, and its language: the one named, else the reader's own. Refuses `access.notFound` for a period that is not there. */
export async function getExportedPeriod(
  organisationId: string,
  code: string,
  { named, own }: { named: string | null; own: Locale },
): Promise<{ period: AgreementPeriod; locale: Locale }> {
  const locale = isLocale(named) ? named : own;
  const { period } = await getPeriodPage(organisationId, code, locale);
  if (!period) throw new Refusal("access.notFound");
  return { period, locale };
}

/** Every commitment of a period, with words in the file's language. */
export async function getCommitmentRows(
  organisationId: string,
  periodId: string,
  locale: Locale,
): Promise<CommitmentRow[]> {
  const [rows, kpis] = await Promise.all([
    database.commitment.findMany({
      where: { organisationId, agreement: { periodId } },
      include: included,
      orderBy: [{ agreement: { orgUnit: { position: "asc" } } }, { track: { position: "asc" } }, { position: "asc" }],
    }),
    getKpiNames(organisationId, locale),
  ]);
  const t = createTranslator({ locale, messages: messages[locale], namespace: "agreement" });
  return rows.map((row): CommitmentRow => {
    const kpi = kpis.find(({ id }) => id === row.kpiId) ?? null;
    return {
      ...placeOf(row, locale),
      kind: row.requirementId ? t("export.required") : t("export.own"),
      responsible: row.responsible,
      deadline: isoDay(row.deadline),
      measure: t(`measure.${row.measure}`),
      kpi: kpi?.name ?? "",
      unit: kpi?.unitOfMeasure ?? "",
      target: row.targetAmount?.toFixed() ?? null,
      expected: row.expectedEffect?.toFixed() ?? null,
      reported: row.reportedEffect?.toFixed() ?? null,
      status: t(`status.${row.status}`),
      followedUpOn: row.followedUpOn ? isoDay(row.followedUpOn) : "",
      example: row.isExample ? t("export.yes") : t("export.no"),
    };
  });
}

/** Every follow-up of a period, in the order in which things were said. */
export async function getFollowUpRows(
  organisationId: string,
  periodId: string,
  locale: Locale,
): Promise<FollowUpRow[]> {
  const [rows, kpis] = await Promise.all([
    database.followUp.findMany({
      where: { organisationId, commitment: { agreement: { periodId } } },
      include: { commitment: { include: included }, files: backing },
      orderBy: [{ onDay: "asc" }, { at: "asc" }],
    }),
    getKpiNames(organisationId, locale),
  ]);
  const t = createTranslator({ locale, messages: messages[locale], namespace: "agreement" });
  return rows.map(({ commitment, onDay, status, text, evidence, effect, isExample, files }): FollowUpRow => ({
    ...placeOf(commitment, locale),
    onDay: isoDay(onDay),
    status: t(`status.${status}`),
    text,
    evidence: [evidence, ...files.map(({ name }) => name)].filter(Boolean).join("; "),
    effect: effect?.toFixed() ?? null,
    unit: unitOf(commitment, kpis),
    example: isExample ? t("export.yes") : t("export.no"),
  }));
}

function placeOf({ agreement, track, text, requirement, initiative }: Row, locale: Locale) {
  const isDanish = locale === "da";
  const named = requirement
    ? isDanish
      ? requirement.textDa
      : requirement.textEn
    : initiative && (isDanish ? initiative.nameDa : initiative.nameEn);
  return {
    period: agreement.period.code,
    orgUnit: agreement.orgUnit.name,
    track: isDanish ? track.nameDa : track.nameEn,
    commitment: text || (named ?? ""),
  };
}

function unitOf({ kpiId }: Row, kpis: readonly KpiName[]): string {
  return kpis.find(({ id }) => id === kpiId)?.unitOfMeasure ?? "";
}
