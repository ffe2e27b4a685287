/** Takes agreements of the demo from draft to signed, in few statements; the database guards each step as it does for people. */
import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/database/generated/client";
import type { AgreementAct } from "@/lib/database/generated/enums";
import { agreementText, hashOf } from "@/lib/agreement/text/model";
import { contentOf, textWords } from "@/lib/agreement/text/queries";

type Transaction = Prisma.TransactionClient;
export type DemoAgreement = { id: string; organisationId: string; orgUnit: string; steps: number; texts: number };
/** People of the demo who act: the central function's, and one org unit's own where there is an account. */
export type DemoActors = { central: string; unitOf: (orgUnit: string) => string };

/** The people of units without an account: unknown to everybody, like somebody who has left. */
export function unitActors(known: Map<string, string>): (orgUnit: string) => string {
  const made = new Map(known);
  return (orgUnit) => {
    const id = made.get(orgUnit) ?? randomUUID();
    made.set(orgUnit, id);
    return id;
  };
}

/** Writes acts of many agreements, each as the next of its own. */
export async function act(
  database: Transaction,
  agreements: DemoAgreement[],
  what: { act: AgreementAct; edition: number; at: string; note?: string; by: (orgUnit: string) => string },
): Promise<void> {
  await database.agreementStep.createMany({
    data: agreements.map((agreement) => ({
      agreementId: agreement.id,
      organisationId: agreement.organisationId,
      position: ++agreement.steps,
      act: what.act,
      edition: what.edition,
      note: what.note ?? "",
      actorId: what.by(agreement.orgUnit),
      at: new Date(what.at),
    })),
  });
}

/** Proposes and approves drafts, freezing their texts. Answers the texts by agreement. */
async function approveAll(
  database: Transaction,
  agreements: DemoAgreement[],
  edition: number,
  days: { proposed: string; approved: string },
  { central, unitOf }: DemoActors,
): Promise<Map<string, { id: string; sha256: string }>> {
  const ids = { id: { in: agreements.map(({ id }) => id) } };
  await database.agreement.updateMany({ where: ids, data: { state: "proposed" } });
  await act(database, agreements, { act: "propose", edition, at: days.proposed, by: unitOf });
  await database.agreement.updateMany({ where: ids, data: { state: "approved" } });
  await act(database, agreements, { act: "approve", edition, at: days.approved, by: () => central });
  return freezeAll(database, agreements, days.approved, central);
}

/** Freezes the words of agreements as they stand. */
export async function freezeAll(
  database: Transaction,
  agreements: DemoAgreement[],
  at: string,
  central: string,
): Promise<Map<string, { id: string; sha256: string }>> {
  const words = textWords();
  const rows = [];
  for (const agreement of agreements) {
    const content = await contentOf(database, agreement.id);
    const text = agreementText(content, words);
    const { edition, kind, reason } = content;
    rows.push({
      ...{ id: randomUUID(), organisationId: agreement.organisationId, agreementId: agreement.id },
      ...{ number: ++agreement.texts, edition, kind, reason, text, sha256: hashOf(text) },
      createdBy: central,
      createdAt: new Date(at),
    });
  }
  await database.agreementText.createMany({ data: rows });
  return new Map(rows.map(({ agreementId, id, sha256 }) => [agreementId, { id, sha256 }]));
}

/** Approves agreements, freezes their words, and signs those that `signing` names for both parties. */
export async function agreeAll(
  database: Transaction,
  agreements: DemoAgreement[],
  { edition, signing = agreements }: { edition: number; signing?: DemoAgreement[] },
  { proposed, approved, unit, central }: Record<"proposed" | "approved" | "unit" | "central", string>,
  actors: DemoActors,
): Promise<void> {
  const texts = await approveAll(database, agreements, edition, { proposed, approved }, actors);
  await signAll(database, signing, texts, { edition, days: { unit, central } }, actors);
}

/** Signs for both parties and puts the agreements in force, or ends them where a succession hands them on. */
export async function signAll(
  database: Transaction,
  agreements: DemoAgreement[],
  texts: Map<string, { id: string; sha256: string }>,
  {
    edition,
    days,
    to = "signed",
  }: { edition: number; days: { unit: string; central: string }; to?: "signed" | "handedOn" },
  { central, unitOf }: DemoActors,
): Promise<void> {
  await database.signature.createMany({
    data: agreements.flatMap(({ id, organisationId, orgUnit }) => {
      const { id: textId, sha256 } = texts.get(id)!;
      const text = { textId, organisationId, sha256 };
      return [
        {
          ...text,
          party: "unit" as const,
          capacity: `Ledelsen, ${orgUnit}`,
          signerId: unitOf(orgUnit),
          at: new Date(days.unit),
        },
        {
          ...text,
          party: "central" as const,
          capacity: "Koncern Bæredygtighed",
          signerId: central,
          at: new Date(days.central),
        },
      ];
    }),
  });
  await act(database, agreements, { act: "sign", edition, at: days.unit, note: "unit", by: unitOf });
  await act(database, agreements, { act: "sign", edition, at: days.central, note: "central", by: () => central });
  await database.agreement.updateMany({ where: { id: { in: agreements.map(({ id }) => id) } }, data: { state: to } });
}

/** Says of many commitments how far they are, and lets each stand where its last follow-up left it. */
export async function followUpAll(
  database: Transaction,
  organisationId: string,
  rows: Omit<Prisma.FollowUpCreateManyInput, "organisationId" | "isExample">[],
): Promise<void> {
  await database.followUp.createMany({ data: rows.map((row) => ({ ...row, organisationId, isExample: true })) });
  await database.$executeRaw`
    UPDATE "Commitment" c SET status = last.status, "followedUpOn" = last."onDay",
      "reportedEffect" = (SELECT f.effect FROM "FollowUp" f WHERE f."commitmentId" = c.id AND f.effect IS NOT NULL ORDER BY f."onDay" DESC LIMIT 1)
    FROM (SELECT DISTINCT ON ("commitmentId") "commitmentId", status, "onDay" FROM "FollowUp" WHERE "organisationId" = ${organisationId}::uuid ORDER BY "commitmentId", "onDay" DESC) last
    WHERE c.id = last."commitmentId" AND (c.status, c."followedUpOn") IS DISTINCT FROM (last.status, last."onDay")`;
  // Milestones before the last follow-up are reached where the commitment goes as it should.
  await database.$executeRaw`
    UPDATE "Milestone" m SET "doneOn" = m."dueOn" FROM "Commitment" c JOIN "Agreement" a ON a.id = c."agreementId"
    WHERE c.id = m."commitmentId" AND c."organisationId" = ${organisationId}::uuid AND a.state = 'signed' AND m."doneOn" IS NULL
      AND (c.status = 'done' OR (c.status = 'onTrack' AND m."dueOn" <= c."followedUpOn"))`;
}
