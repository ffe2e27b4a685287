import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import type { DiscussionAct } from "@/lib/database/generated/enums";
import type { CellKey } from "@/lib/value/model";
import { mostPerCell, refusalOf } from "./model";

/** Who speaks in which organisation. */
type Speaker = { organisationId: string; actorId: string };

/** Begins a discussion about a cell with its first message. Returns its id. Any year can be spoken about. */
export function beginDiscussion(
  database: PrismaClient,
  { organisationId, actorId }: Speaker,
  cell: CellKey,
  text: string,
): Promise<string> {
  return database.$transaction(async (tx) => {
    const { kpiId, orgUnitId, year } = cell;
    await lock(tx, `discussions ${kpiId} ${orgUnitId} ${year}`);
    if ((await tx.discussion.count({ where: { organisationId, kpiId, orgUnitId, year } })) >= mostPerCell)
      throw new Refusal("discussion.tooMany", { most: mostPerCell });
    const { id } = await tx.discussion.create({
      data: { organisationId, kpiId, orgUnitId, year },
      select: { id: true },
    });
    await tx.discussionEntry.createMany({
      data: [{ discussionId: id, organisationId, position: 1, act: "message", text, actorId }],
    });
    await audit(tx, { organisationId, actorId }, "discussion.begin", id, cell);
    return id;
  });
}

/**
 * Adds an act to a discussion. `seen`: acts the person had read. Two acts at once follow each other; one that cannot
 * follow is refused by its `DiscussionRefusal`, an id the organisation does not have by `access.notFound`.
 */
export function continueDiscussion(
  database: PrismaClient,
  { organisationId, actorId }: Speaker,
  id: string,
  { act, text, seen }: { act: DiscussionAct; text: string; seen: number },
): Promise<void> {
  return database.$transaction(async (tx) => {
    await lock(tx, `discussion ${id}`);
    const found = await tx.discussion.findUnique({
      where: { organisationId_id: { organisationId, id } },
      include: { entries: { select: { act: true }, orderBy: { position: "asc" } } },
    });
    if (!found) throw new Refusal("access.notFound");
    const { entries, kpiId, orgUnitId, year } = found;
    const refused = refusalOf(
      entries.map((entry) => entry.act),
      act,
      seen,
    );
    if (refused) throw new Refusal(`discussion.${refused}`);
    await tx.discussionEntry.createMany({
      data: [{ discussionId: id, organisationId, position: entries.length + 1, act, text, actorId }],
    });
    await audit(tx, { organisationId, actorId }, `discussion.${act}`, id, { kpiId, orgUnitId, year });
  });
}

/** What was said stays out of the trail: it may name people, and the trail is never erased. */
function audit(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: Speaker,
  action: string,
  subject: string,
  cell: CellKey,
): Promise<void> {
  return recordAudit(tx, { organisationId, actorId, door: "page", action, subject, detail: { cell: { ...cell } } });
}

/** Held until the transaction ends: whoever comes second sees what the first one wrote. */
async function lock(tx: Prisma.TransactionClient, what: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${what}, 0))`;
}
