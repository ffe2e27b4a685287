import type { Prisma } from "@/lib/database/generated/client";

/** One thing that was done, as the audit trail keeps it. No names, addresses or secrets: people appear by id. */
export type AuditRecord = {
  /** Null: concerns the installation, such as a sign-in. */
  organisationId: string | null;
  /** Who did it; null: nobody signed in. */
  actorId: string | null;
  /** Through which door. */
  door: "page" | "import" | "command" | "demo";
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

/** Ways by which figures or the trail leave the product as a file. */
export type ExportKind = "pdf" | "xlsx" | "csv" | "json" | "restatements" | "template" | "trail" | "chain" | "package";

/** Notes who took which file along, before it is handed out: none goes unrecorded. */
export async function recordExport(
  database: Prisma.TransactionClient,
  { organisation, user }: { organisation: { id: string }; user: { id: string } },
  kind: ExportKind,
  detail: Prisma.InputJsonObject = {},
): Promise<void> {
  const record = { organisationId: organisation.id, actorId: user.id, door: "page" as const };
  await recordAudit(database, { ...record, action: `export.${kind}`, subject: String(detail.year ?? ""), detail });
}
