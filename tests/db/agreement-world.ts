/** An organisation with a strategy, one track, a period and drafts for two org units, and people of every kind. */
import type { PrismaClient } from "@/lib/database/generated/client";
import type { Refusal } from "@/lib/access/refusal";
import type { AgreementActor } from "@/lib/agreement/change/model";
import { approve, propose, sign } from "@/lib/agreement/mutations";
import { openPeriod } from "@/lib/agreement/period/mutations";
import { addRequirement } from "@/lib/agreement/requirement/mutations";
import { saveCommitmentOf, type CommitmentDraft } from "@/lib/commitment/mutations";
import { addFunction, addTrack, setMembers, setStrategy } from "@/lib/strategy/mutations";
import { anOrganisation, aPerson } from "./people";

export async function agreementWorld(database: PrismaClient, slug = "agreeing") {
  const org = await anOrganisation(database, slug);
  const people = {
    central: await aPerson(database, `${slug}-central`, org.id, "controller"),
    north: await aPerson(database, `${slug}-north`, org.id, "contributor", [org.north]),
    south: await aPerson(database, `${slug}-south`, org.id, "contributor", [org.south]),
    expert: await aPerson(database, `${slug}-expert`, org.id, "manager"),
  };
  const actor = (who: keyof typeof people, more: Partial<AgreementActor> = {}): AgreementActor => ({
    organisationId: org.id,
    actorId: people[who].id,
    reach: who === "north" ? [org.north] : who === "south" ? [org.south] : null,
    isCentral: who === "central",
    isOfUnit: who === "north" || who === "south",
    ...more,
  });
  const setter = { organisationId: org.id, actorId: people.central.id };
  await setStrategy(setter, { nameDa: "Strategi", nameEn: "Strategy", adoptedYear: 2021, centralFunction: "Central" });
  await addFunction(setter, { code: "experts", name: "Experts" });
  const experts = await database.specialistFunction.findFirstOrThrow({ where: { organisationId: org.id } });
  await setMembers(setter, experts.id, [people.expert.id]);
  const named = { nameDa: "Cirkulær økonomi", nameEn: "Circular economy", colour: "producer", goalId: null };
  await addTrack(setter, { code: "circular", ...named, functionIds: [experts.id] });
  await addTrack(setter, { code: "social", ...named, nameDa: "Socialt", functionIds: [] });
  const [track, social] = await database.track.findMany({
    where: { organisationId: org.id },
    orderBy: { position: "asc" },
  });
  const openYear = (from: string, to: string, previousId: string | null) =>
    openPeriod(setter, {
      ...{ from, to, noteDa: "", noteEn: "", followUpMonths: 6, previousId },
      minima: new Map([[track!.id, 1]]),
    });
  await openYear("2024-01-01", "2024-12-31", null);
  const period = await database.agreementPeriod.findFirstOrThrow({ where: { organisationId: org.id } });
  await addRequirement(setter, {
    ...{ periodId: period.id, trackId: track!.id, orgUnitId: null },
    ...{ textDa: "Affald sorteres", textEn: "Waste is sorted" },
  });
  const agreementOf = (orgUnitId: string, periodId = period.id) =>
    database.agreement.findFirstOrThrow({ where: { periodId, orgUnitId } });
  /** The agreement as it is now, for whoever has just looked. */
  const seen = async (orgUnitId: string, periodId = period.id) => {
    const { id, version } = await agreementOf(orgUnitId, periodId);
    return { agreementId: id, seen: version };
  };
  const draft = (more: Partial<CommitmentDraft> = {}): CommitmentDraft => ({
    ...{ trackId: track!.id, initiativeId: null, text: "Vaskbare kitler", responsible: "Indkøb" },
    ...{ deadline: "2024-12-31", measure: "milestones", kpiId: null, targetAmount: null, expectedEffect: null },
    milestones: [{ text: "Plan", dueOn: "2024-06-30" }],
    ...more,
  });
  /** Makes a draft complete: whom and by what for each requirement, and an own commitment. */
  const complete = async (who: "north" | "south") => {
    const { id } = await agreementOf(org[who]);
    const required = await database.commitment.findMany({
      where: { agreementId: id, requirementId: { not: null } },
    });
    for (const { id: commitmentId } of required)
      await saveCommitmentOf(actor(who), await seen(org[who]), commitmentId, draft({ text: "" }));
    return saveCommitmentOf(actor(who), await seen(org[who]), null, draft());
  };
  const stateOf = async (unit = org.north) => (await agreementOf(unit)).state;
  const newestText = async (unit = org.north) =>
    database.agreementText.findFirstOrThrow({
      where: { agreementId: (await agreementOf(unit)).id },
      orderBy: { number: "desc" },
    });
  const signAs = async (party: "unit" | "central", who: "north" | "south" | "central", unit = org.north) => {
    const { sha256 } = await newestText(unit);
    await sign(actor(who), await seen(unit), { party, sha256, capacity: "Direktør", locale: "da" });
  };
  /** Leads a complete draft to both signatures; returns the id of its own commitment. */
  const signed = async (who: "north" | "south" = "north") => {
    const unit = org[who];
    const own = await complete(who);
    await propose(actor(who), await seen(unit));
    await approve(actor("central"), await seen(unit));
    await signAs("unit", who, unit);
    await signAs("central", "central", unit);
    return own;
  };
  return {
    org,
    people,
    actor,
    setter,
    track: track!,
    social: social!,
    period,
    openYear,
    agreementOf,
    seen,
    draft,
    complete,
    stateOf,
    newestText,
    signAs,
    signed,
  };
}

/** The code an act is refused with; null when it is taken. */
export async function refused(act: Promise<unknown>): Promise<string | null> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason as Refusal,
  );
  return error && (error.code ?? String(error));
}

export type AgreementWorld = Awaited<ReturnType<typeof agreementWorld>>;
