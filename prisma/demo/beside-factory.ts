/** Makes what stands beside a value: evidence, discussions, later revisions. Shared by the demo and the tests. */
import { createHash } from "node:crypto";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import type { DiscussionAct } from "@/lib/database/generated/enums";

type Database = PrismaClient | Prisma.TransactionClient;
type Cell = { organisationId: string; kpiId: string; orgUnitId: string; year: number };
type By = { actorId: string; at: Date };

/** A file beside a value; the same bytes are kept once per organisation. Returns the evidence's id. */
export async function attachFile(
  database: Database,
  cell: Cell,
  by: By,
  { bytes, ...file }: { name: string; kind: string; bytes: Buffer; note?: string; isExample?: boolean },
): Promise<string> {
  const { organisationId } = cell;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const found = await database.keptFile.findUnique({ where: { organisationId_sha256: { organisationId, sha256 } } });
  const kept = found ?? (await database.keptFile.create({ data: { organisationId, sha256, size: bytes.length } }));
  if (!found)
    await database.keptFilePiece.create({ data: { fileId: kept.id, position: 0, bytes: new Uint8Array(bytes) } });
  const data = { ...cell, ...file, fileId: kept.id, addedBy: by.actorId, addedAt: by.at };
  return (await database.evidence.create({ data })).id;
}

/** A discussion about a value with all its acts. Returns its id. */
export async function discuss(
  database: Database,
  cell: Cell,
  acts: (By & { act?: DiscussionAct; text?: string })[],
  isExample = false,
): Promise<string> {
  const { id } = await database.discussion.create({ data: { ...cell, isExample, createdAt: acts[0]!.at } });
  await database.discussionEntry.createMany({
    data: acts.map(({ act = "message", text = "", actorId, at }, index) => ({
      discussionId: id,
      organisationId: cell.organisationId,
      position: index + 1,
      act,
      text,
      actorId,
      at,
    })),
  });
  return id;
}

/** The next revision of a value that is there: another figure or other words, by somebody at some time. */
export async function revise(
  database: Database,
  cell: Cell,
  by: By,
  change: { amount?: string; scale?: number; comment?: string; source?: string },
): Promise<void> {
  const { kpiId, orgUnitId, year } = cell;
  const where = { kpiId_orgUnitId_year: { kpiId, orgUnitId, year } };
  const { version } = await database.yearlyValue.findUniqueOrThrow({ where });
  const stored = await database.yearlyValue.update({
    where,
    data: { ...change, version: version + 1, updatedBy: by.actorId, updatedAt: by.at },
  });
  const { updatedBy, updatedAt, ...said } = stored;
  await database.valueRevision.create({ data: { ...said, actorId: updatedBy, at: updatedAt, door: "demo" } });
}
