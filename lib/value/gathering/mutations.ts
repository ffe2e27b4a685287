import type { PrismaClient } from "@/lib/database/generated/client";
import type { CellOutcome } from "@/lib/value/model";
import { saveTogether, type Save } from "@/lib/value/mutations";
import { togetherOf } from "./model";

type Waiting = Save & { done: (outcomes: CellOutcome[]) => void; fail: (error: unknown) => void };
type Database = Pick<PrismaClient, "$queryRaw">;

// Actions are bundled apart from pages; what they share hangs on the process. By organisation; there while it is worked off.
const kept = globalThis as { gatheredSaves?: Map<string, Waiting[]> };
const queues = (kept.gatheredSaves ??= new Map());

/**
 * Stores a block that somebody saved on a page. One save of an organisation is written at a time, because one link of
 * its audit trail follows the other; those that come meanwhile are written together by the next statement, which saves
 * each of them the wait for the disk. Each is its author's own, answered once it is stored, and decided as if it were alone.
 */
export function saveGathered(
  database: Database,
  { organisationId, ...save }: Save & { organisationId: string },
): Promise<CellOutcome[]> {
  return new Promise((done, fail) => {
    const own: Waiting = { ...save, done, fail };
    const waiting = queues.get(organisationId);
    if (waiting) return void waiting.push(own);
    const queue = [own];
    queues.set(organisationId, queue);
    void workOff(database, organisationId, queue);
  });
}

async function workOff(database: Database, organisationId: string, queue: Waiting[]): Promise<void> {
  const write = (saves: readonly Waiting[]) => saveTogether(database, { organisationId, door: "page", saves });
  while (queue.length > 0) {
    const saves = queue.splice(0, togetherOf(queue));
    try {
      const outcomes = await write(saves);
      saves.forEach((save, at) => save.done(outcomes[at]!));
    } catch (error) {
      // One of several may be what the database would not take: each answers for itself.
      if (saves.length === 1) saves[0]!.fail(error);
      else await Promise.all(saves.map((save) => write([save]).then(([own]) => save.done(own!), save.fail)));
    }
  }
  queues.delete(organisationId);
}
