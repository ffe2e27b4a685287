import { createHash } from "node:crypto";
import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import { fieldMark, originLetters, packValues, rowMark, statusLetters, type YearValues } from "./model";

/** Values of this many cells are kept in memory, of the years used last: some twenty bytes each. */
const MOST_CELLS = 2_000_000;

/** A year's values, and of each KPI a print that changes with them. */
export type ReadYear = YearValues & { prints: ReadonlyMap<string, string> };

const kept = new Map<string, Promise<ReadYear>>();

/** How often the values of each year have changed; what was read at a count is good until it rises. */
export async function valueChanges(
  organisationId: string,
  reader: Prisma.TransactionClient = database,
): Promise<Map<number, string>> {
  const rows = await reader.$queryRaw<{ year: number; changes: string }[]>`
    SELECT year, sum(changes)::text AS changes FROM "ValueChangeCount" WHERE "organisationId" = ${organisationId}::uuid GROUP BY year`;
  return new Map(rows.map(({ year, changes }) => [year, changes]));
}

/**
 * The stored values of a year, kept in memory until they change. `of` names them: organisation, year, the year's count
 * as `valueChanges` read it before, and what changes with the org units. `read` is given what was kept of the year for
 * the same org units.
 */
export function keptValues(
  of: [organisationId: string, year: number, changes: string, orgUnits: string],
  read: (before: ReadYear | null) => Promise<ReadYear>,
): Promise<ReadYear> {
  const key = of.join(" ");
  const found = kept.get(key);
  if (found) {
    // Used last, forgotten last.
    kept.delete(key);
    kept.set(key, found);
    return found;
  }
  const stale = [...kept].filter(([one]) => one.startsWith(`${of[0]} ${of[1]} `));
  const before = stale.find(([one]) => one.endsWith(` ${of[3]}`))?.[1] ?? null;
  for (const [one] of stale) kept.delete(one);
  const made = Promise.resolve(before)
    .catch(() => null)
    .then(read);
  kept.set(key, made);
  made.then(forgetOldest, () => kept.delete(key));
  return made;
}

async function forgetOldest(): Promise<void> {
  const all = await Promise.all([...kept].map(async ([key, values]) => ({ key, size: (await values).size })));
  let cells = all.reduce((sum, { size }) => sum + size, 0);
  for (const { key, size } of all) {
    if (cells <= MOST_CELLS) return;
    kept.delete(key);
    cells -= size;
  }
}

const letters = (names: Record<string, string>, column: string) =>
  Prisma.raw(
    `CASE ${column} ${Object.entries(names)
      .map(([name, letter]) => `WHEN '${name}' THEN '${letter}'`)
      .join(" ")} END`,
  );
const status = letters(statusLetters, "v.status");
const origin = letters(originLetters, "v.origin");
const plain = (column: string) => Prisma.raw(`translate(v.${column}, E'\\x1e\\x1f', '')`);

/** Reads the stored values of a year, and packs those of KPIs that are not as `before`, read for the same org units. One row per KPI: a hundred thousand rows would take longer to be told apart than to be read. */
export async function readValues(
  reader: Prisma.TransactionClient,
  organisationId: string,
  year: number,
  orgUnitIds: readonly string[],
  before: ReadYear | null,
): Promise<ReadYear> {
  const rows = await reader.$queryRaw<{ kpiId: string; packed: string }[]>`
    SELECT v."kpiId", string_agg(
      v."orgUnitId"::text || ${fieldMark} || ${status} || ${origin} || left(v."isExample"::text, 1) || coalesce(v.scale::text, '')
        || ${fieldMark} || coalesce(replace(v.amount::text, '.', ''), '')
        || CASE WHEN v.men IS NULL AND v.basis = '' AND v.comment = '' AND v.source = '' AND covered.ids IS NULL THEN ''
           ELSE concat_ws(${fieldMark}, '', coalesce(v.men::text, ''), coalesce(v.women::text, ''), ${plain("basis")}, ${plain("comment")}, ${plain("source")}, coalesce(covered.ids, '')) END,
      ${rowMark}) AS packed
    FROM "YearlyValue" v LEFT JOIN (
      SELECT c."kpiId", c."rootId", string_agg(c."orgUnitId"::text, ' ') AS ids FROM "ValueCoverage" c
        WHERE c."organisationId" = ${organisationId}::uuid AND c.year = ${year} GROUP BY c."kpiId", c."rootId"
    ) covered ON covered."kpiId" = v."kpiId" AND covered."rootId" = v."orgUnitId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v.year = ${year} AND v.status IS NOT NULL GROUP BY v."kpiId"`;
  const prints = new Map(
    rows.map(({ kpiId, packed }) => [kpiId, createHash("sha256").update(packed).digest("base64")]),
  );
  const known = (kpiId: string) =>
    before?.prints.get(kpiId) === prints.get(kpiId) ? before?.columns.get(kpiId) : undefined;
  return { ...packValues(rows, orgUnitIds, known), prints };
}
