import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import type { AgreementAct, AgreementParty } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { inLanguage } from "@/lib/strategy/model";
import { takeOver } from "@/lib/agreement/handover/mutations";
import { maySignForUnit, type AgreementActor } from "./change/model";
import { changeAgreement, recordStep, subjectOf, type Held, type Seen } from "./change/mutations";
import { acts, stateAfter } from "./life/model";
import { countUndecided } from "./queries";
import { lacksOf, type Lack } from "./rule/model";
import { freezeText } from "./text/mutations";

/** Sends a draft to the central function. What is missing does not hold it back: they may help. */
export async function propose(actor: AgreementActor, seen: Seen): Promise<void> {
  await changeAgreement(actor, seen, (tx, agreement) => step(tx, actor, agreement, "propose", ""));
}

/** Hands a proposed or approved agreement back to the org unit, with a reason; a text that nobody or one party has signed stays on record. */
export async function giveBack(actor: AgreementActor, seen: Seen, note: string): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    // Handing on that is taken back becomes an ordinary amendment: the org unit goes on with its agreement.
    if (agreement.kind === "succession") {
      await tx.commitmentHandover.deleteMany({ where: { commitment: { agreementId: agreement.id } } });
      await tx.agreement.update({ where: { id: agreement.id }, data: { kind: "amendment", handsOnFrom: null } });
    }
    return step(tx, actor, agreement, "return", note);
  });
}

/** Approves what an org unit has proposed, and freezes its text for both to sign. */
export async function approve(actor: AgreementActor, seen: Seen): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    const act = await step(tx, actor, agreement, "approve", "");
    const sha256 = await freezeText(tx, actor, agreement);
    return { ...act, detail: { ...act.detail, sha256 } };
  });
}

/** Begins a change of a signed agreement, with a reason. The signed text stays in force until both have signed the next. */
export async function amend(actor: AgreementActor, seen: Seen, reason: string): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    if (stateAfter("amend", { ...agreement, signatures: 0 }) === null) throw new Refusal("agreement.noSuchStep");
    await beginEdition(tx, agreement, reason);
    return step(tx, actor, agreement, "amend", reason);
  });
}

/** Closes a signed agreement with an evaluation. */
export async function close(actor: AgreementActor, seen: Seen, evaluation: string): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    if (stateAfter("close", { ...agreement, signatures: 0 }) === null) throw new Refusal("agreement.noSuchStep");
    await tx.agreement.update({ where: { id: agreement.id }, data: { evaluation } });
    return step(tx, actor, agreement, "close", evaluation);
  });
}

/**
 * Signs the text that waits, on exactly the words the person saw. Refuses `agreement.lacking` with everything the
 * period's rules still miss, `agreement.otherText` when another text has taken its place, and `agreement.signedAlready`
 * and `agreement.sameSigner` for a party or person who has signed.
 */
export async function sign(
  actor: AgreementActor,
  seen: Seen,
  { party, sha256, capacity, locale }: { party: AgreementParty; sha256: string; capacity: string; locale: Locale },
): Promise<void> {
  await changeAgreement(actor, seen, async (tx, agreement) => {
    const { organisationId, actorId: signerId } = actor;
    if (!(party === "unit" ? maySignForUnit(actor, agreement.orgUnitId) : actor.isCentral))
      throw new Refusal("access.notFound");
    if (stateAfter("sign", { ...agreement, signatures: 1 }) === null) throw new Refusal("agreement.noSuchStep");
    const text = await tx.agreementText.findFirst({
      where: { organisationId, agreementId: agreement.id },
      include: { signatures: true },
      orderBy: { number: "desc" },
    });
    if (!text || text.sha256 !== sha256) throw new Refusal("agreement.otherText");
    if (text.signatures.some((one) => one.party === party)) throw new Refusal("agreement.signedAlready");
    if (text.signatures.some((one) => one.signerId === signerId)) throw new Refusal("agreement.sameSigner");
    await requireComplete(tx, agreement, locale);
    await tx.signature.createMany({ data: [{ textId: text.id, party, organisationId, sha256, capacity, signerId }] });
    const signatures = text.signatures.length + 1;
    if (signatures === 2 && agreement.kind === "succession") await takeOver(tx, actor, agreement);
    const act = await step(tx, actor, agreement, "sign", party, signatures);
    return { ...act, detail: { ...act.detail, party, sha256 } };
  });
}

/** What the rules of its period still miss of an agreement. */
async function lacksIn(
  tx: Prisma.TransactionClient,
  { id, organisationId, periodId, orgUnitId, edition, period }: Held,
): Promise<Lack[]> {
  const [rules, commitments, undecided] = await Promise.all([
    tx.trackRule.findMany({ where: { organisationId, periodId } }),
    tx.commitment.findMany({ where: { agreementId: id }, include: { _count: { select: { milestones: true } } } }),
    // What was decided at the beginning is not asked again of an amendment.
    edition > 1 ? 0 : countUndecided(tx, organisationId, { previousId: period.previousId, orgUnitId }),
  ]);
  const ruled = commitments.map(({ requirementId, _count, ...commitment }) => ({
    ...commitment,
    isRequired: requirementId !== null,
    milestones: _count.milestones,
  }));
  return lacksOf(rules, ruled, undecided);
}

async function requireComplete(tx: Prisma.TransactionClient, agreement: Held, locale: Locale): Promise<void> {
  // What is handed on was signed before; its org unit shall not have to promise anew.
  if (agreement.kind === "succession") return;
  const [first] = await lacksIn(tx, agreement);
  if (!first) return;
  if (first.code === "undecided") throw new Refusal("agreement.lack.undecided", { count: first.count });
  const track = await tx.track.findUniqueOrThrow({ where: { id: first.trackId } });
  const { code, trackId: _, ...counts } = first;
  throw new Refusal(`agreement.lack.${code}`, { ...counts, track: inLanguage(locale, track) });
}

/** Gives a signed agreement its next edition to work on. */
async function beginEdition(tx: Prisma.TransactionClient, agreement: Held, reason: string): Promise<void> {
  const data = { edition: agreement.edition + 1, kind: "amendment" as const, reason };
  await tx.agreement.update({ where: { id: agreement.id }, data, select: { id: true } });
}

/** Takes a step that is one from where the agreement stands, and only by whose it is. */
async function step(
  tx: Prisma.TransactionClient,
  actor: AgreementActor,
  agreement: Held,
  act: AgreementAct,
  note: string,
  signatures = 0,
) {
  const state = stateAfter(act, { ...agreement, signatures });
  if (state === null) throw new Refusal("agreement.noSuchStep");
  if (acts[act].by === "central" && !actor.isCentral) throw new Refusal("access.notFound");
  if (state !== agreement.state)
    await tx.agreement.update({ where: { id: agreement.id }, data: { state }, select: { id: true } });
  const edition = agreement.edition + (act === "amend" ? 1 : 0);
  await recordStep(tx, actor, { agreementId: agreement.id, act, edition, note });
  return { action: `agreement.${act}`, subject: subjectOf(agreement), detail: { state, edition } };
}
