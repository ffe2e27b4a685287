import { database } from "@/lib/database/client";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { agreementActor, mayChange, maySignForUnit } from "@/lib/agreement/change/model";
import { currentPeriod, type AgreementPeriod } from "@/lib/agreement/period/model";
import { getAgreementPeriods, today } from "@/lib/agreement/period/queries";
import type { AgreementView } from "@/lib/agreement/model";
import { lacksOf, type Lack } from "@/lib/agreement/rule/model";
import type { AgreementParty } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";

/** Every period, and the one the address names; without a name the current one. */
export async function getPeriodPage(
  organisationId: string,
  code: string | null,
  locale: Locale,
): Promise<{ periods: AgreementPeriod[]; period: AgreementPeriod | null }> {
  const periods = await getAgreementPeriods(organisationId, locale);
  const period = code === null ? currentPeriod(periods, today()) : periods.find((one) => one.code === code);
  return { periods, period: period ?? null };
}

/** What the rules of its period still miss of an agreement that is being read. */
export async function getLacks(organisationId: string, agreement: AgreementView): Promise<Lack[]> {
  const rules = await database.trackRule.findMany({ where: { organisationId, periodId: agreement.periodId } });
  const commitments = agreement.commitments.map((one) => ({ ...one, milestones: one.milestones.length }));
  const undecided = agreement.edition > 1 ? 0 : agreement.earlier.filter(({ decision }) => decision === null).length;
  return agreement.kind === "succession" ? [] : lacksOf(rules, commitments, undecided);
}

/** What a person may do with an org unit's agreement. */
export function rightsIn(
  access: Access,
  orgUnitId: string,
  tracks: Track[],
  followed: ReadonlySet<string>,
): { edit: boolean; central: boolean; parties: AgreementParty[]; assess: Track[]; handOn: boolean } {
  const actor = agreementActor(access);
  const central = actor.isCentral;
  const edit = may(access.roles, "agreement.edit") && mayChange(actor, orgUnitId);
  const parties: AgreementParty[] = [
    ...(edit && maySignForUnit(actor, orgUnitId) ? (["unit"] as const) : []),
    ...(central ? (["central"] as const) : []),
  ];
  const mayAssess = may(access.roles, "agreement.assess");
  const assess = mayAssess ? tracks.filter(({ id }) => central || followed.has(id)) : [];
  return { edit, central, parties, assess, handOn: central };
}
