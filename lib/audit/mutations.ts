import type { AuditDoor } from "@/lib/audit/model";
import type { Prisma } from "@/lib/database/generated/client";

/** One thing that was done, as the audit trail keeps it. No names, addresses or secrets: people appear by id. */
export type AuditRecord = {
  /** Null: concerns the installation, such as a sign-in. */
  organisationId: string | null;
  /** Who did it; null: nobody signed in. */
  actorId: string | null;
  /** Through which door. */
  door: AuditDoor;
  /** Room and verb: "value.save", "user.invite", "session.start". */
  action: string;
  /** What it was done to, in the domain's words. */
  subject?: string;
  /** From what to what. */
  detail?: Prisma.InputJsonObject;
};

/** Adds one link to the organisation's trail, within the transaction of what was done. The database fills sequence and hashes. */
export async function recordAudit(tx: Prisma.TransactionClient, record: AuditRecord): Promise<void> {
  // createMany returns no row: the trigger's columns need not be read back.
  await tx.auditEntry.createMany({ data: [{ ...record, subject: record.subject ?? "", detail: record.detail ?? {} }] });
}

/** Notes in the trail of every organisation a person has a role in that the person signed in: one statement, whatever their number. */
export async function recordSignIn(database: Prisma.TransactionClient, userId: string): Promise<void> {
  await database.$executeRaw`
    INSERT INTO "AuditEntry" ("organisationId", "actorId", "door", "action", "subject", "detail")
    SELECT DISTINCT m."organisationId", ${userId}::uuid, 'page', 'session.start', '', '{}'::jsonb FROM "Membership" m WHERE m."userId" = ${userId}::uuid ORDER BY 1`;
}

/** Ways by which figures, files or the trail leave the product; `file` is whatever else, by its address. */
export type ExportKind =
  | "pdf"
  | "xlsx"
  | "csv"
  | "json"
  | "html"
  | "chart"
  | "table"
  | "restatements"
  | "template"
  | "trail"
  | "chain"
  | "package"
  | "setup"
  | "evidence"
  | "importFile"
  | "file";

/** Whoever asks, as the guard of a route knows it; one object for each request. */
type Asker = { organisation: { id: string }; user: { id: string } };

const recorded = new WeakSet<Asker>();

/** Notes who took which file along, before it is handed out: none goes unrecorded. */
export async function recordExport(
  database: Prisma.TransactionClient,
  asker: Asker,
  kind: ExportKind,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  const record = { organisationId: asker.organisation.id, actorId: asker.user.id, door: "page" as const };
  await recordAudit(database, { ...record, action: `export.${kind}`, subject: String(detail.year ?? ""), detail });
  recorded.add(asker);
}

/** Whether this request's export has been noted; the guard of the routes notes what no route noted itself. */
export function isExportRecorded(asker: Asker): boolean {
  return recorded.has(asker);
}
