import { Refusal } from "@/lib/access/refusal";
import { mayChange, type AgreementActor } from "@/lib/agreement/change/model";
import { changeAgreement, subjectOf } from "@/lib/agreement/change/mutations";
import { database } from "@/lib/database/client";
import { inTransaction, type Sql } from "@/lib/database/sql";
import type { JudgedFile } from "@/lib/evidence/model";
import { keepFile } from "@/lib/kept-file/mutations";
import { mostPerFollowUp } from "./model";

type Found = { agreementId: string; orgUnitId: string; state: string; subject: string };

/**
 * Keeps a judged file and puts it beside a follow-up, with its line in the audit trail: all of it or nothing. Returns
 * its id. Refuses `access.notFound` for a follow-up of elsewhere, of another commitment or of an org unit the person
 * does not act for, `agreement.ended`, `evidence.alreadyHere` for the same bytes twice and `evidence.tooManyHere`.
 */
export async function addFollowUpFile(
  sql: Sql,
  actor: AgreementActor,
  { commitmentId, followUpId }: { commitmentId: string; followUpId: string },
  { bytes, ...file }: JudgedFile & { bytes: Uint8Array },
): Promise<string> {
  const { organisationId, actorId } = actor;
  return inTransaction(sql, async () => {
    const { rows } = await sql.query<Found>(
      `SELECT a.id AS "agreementId", a."orgUnitId", a.state, u.code || ' ' || p.code AS subject
       FROM "FollowUp" f JOIN "Commitment" c ON c.id = f."commitmentId" JOIN "Agreement" a ON a.id = c."agreementId"
       JOIN "OrgUnit" u ON u.id = a."orgUnitId" JOIN "AgreementPeriod" p ON p.id = a."periodId"
       WHERE f."organisationId" = $1 AND f.id = $2 AND c.id = $3 FOR UPDATE OF a`,
      [organisationId, followUpId, commitmentId],
    );
    const [found] = rows;
    if (!found || !mayChange(actor, found.orgUnitId)) throw new Refusal("access.notFound");
    if (found.state === "closed" || found.state === "handedOn") throw new Refusal("agreement.ended");
    const { rows: held } = await sql.query<{ sha256: string }>(
      `SELECT k.sha256 FROM "FollowUpFile" f JOIN "KeptFile" k ON k.id = f."fileId" WHERE f."followUpId" = $1
       AND NOT EXISTS (SELECT FROM "FollowUpFileWithdrawal" w WHERE w."followUpFileId" = f.id)`,
      [followUpId],
    );
    if (held.some(({ sha256 }) => sha256 === file.sha256)) throw new Refusal("evidence.alreadyHere", {}, "file");
    if (held.length >= mostPerFollowUp) throw new Refusal("evidence.tooManyHere", { most: mostPerFollowUp }, "file");
    const fileId = await keepFile(sql, { organisationId, sha256: file.sha256, size: file.size }, [bytes]);
    const added = await sql.query<{ id: string }>(
      `INSERT INTO "FollowUpFile" ("organisationId", "followUpId", "fileId", name, kind, "addedBy") VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
      [organisationId, followUpId, fileId, file.name, file.kind, actorId],
    );
    // No file name: it may name a person, and the trail is never erased.
    await sql.query(
      `INSERT INTO "AuditEntry" ("organisationId", "actorId", door, action, subject, detail) VALUES ($1, $2, 'page', 'commitment.file', $3, $4)`,
      [organisationId, actorId, found.subject, JSON.stringify({ commitmentId, followUpId, sha256: file.sha256 })],
    );
    return added.rows[0]!.id;
  });
}

/**
 * Takes a file back: it stays to be seen and read, but no longer backs its follow-up. Refuses `access.notFound` for a
 * file of elsewhere or of an org unit the person does not act for, `agreement.ended`, and `evidence.withdrawnAlready`.
 */
export async function withdrawFollowUpFile(actor: AgreementActor, id: string, reason: string): Promise<void> {
  const { organisationId, actorId } = actor;
  const found = await database.followUpFile.findUnique({
    where: { organisationId_id: { organisationId, id } },
    select: { followUpId: true, followUp: { select: { commitment: { select: { id: true, agreementId: true } } } } },
  });
  if (!found) throw new Refusal("access.notFound");
  const { followUpId, followUp } = found;
  const { id: commitmentId, agreementId } = followUp.commitment;
  await changeAgreement(actor, { agreementId, seen: null }, async (tx, agreement) => {
    const taken = { followUpFileId: id, organisationId, reason, actorId };
    const { count } = await tx.followUpFileWithdrawal.createMany({ data: [taken], skipDuplicates: true });
    if (count === 0) throw new Refusal("evidence.withdrawnAlready");
    const detail = { commitmentId, followUpId, file: id };
    return { action: "commitment.withdrawFile", subject: subjectOf(agreement), detail };
  });
}
