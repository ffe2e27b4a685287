import { Refusal } from "@/lib/access/refusal";
import type { PrismaClient } from "@/lib/database/generated/client";
import type { CellKey, CellOutcome, Door } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";

/**
 * Brings an earlier revision of a cell back: a new revision equal to it in figure, words, counts, origin and mark, with
 * its own author and time; nothing of the history is changed. Decided like any save: refused in a year that is closed
 * or published, and in conflict when somebody stored something since `seen`. Refuses `access.notFound` when the cell
 * never had that version.
 */
export async function restoreRevision(
  database: Pick<PrismaClient, "$queryRaw" | "valueRevision">,
  { organisationId, actorId, door }: { organisationId: string; actorId: string; door: Door },
  cell: CellKey,
  { version, seen }: { version: number; seen: number },
): Promise<CellOutcome> {
  const { kpiId, orgUnitId, year } = cell;
  const past = await database.valueRevision.findFirst({ where: { organisationId, kpiId, orgUnitId, year, version } });
  if (!past) throw new Refusal("access.notFound");
  const { status, amount, scale, men, women, numerator, denominator, basis, comment, source } = past;
  const { promoters, passives, detractors } = past;
  const [outcome] = await saveValues(database, {
    organisationId,
    actorId,
    door,
    cells: [
      {
        kpiId,
        orgUnitId,
        year,
        seen,
        restores: version,
        status,
        amount: amount?.toFixed() ?? null,
        scale,
        men: men?.toFixed() ?? null,
        women: women?.toFixed() ?? null,
        numerator: numerator?.toFixed() ?? null,
        denominator: denominator?.toFixed() ?? null,
        promoters,
        passives,
        detractors,
        basis,
        comment,
        source,
      },
    ],
  });
  return outcome!;
}
