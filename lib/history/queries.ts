import { database } from "@/lib/database/client";
import type { ValueRevision } from "@/lib/database/generated/client";
import type { Figure } from "@/lib/figure/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { IsHidden } from "@/lib/suppression/queries";
import type { HistoryLine } from "./model";

/** The latest acts on a KPI's values, newest first; authors by their present name, remarks in one language. What an act said is left out where it is hidden from whoever asks. */
export async function getHistory(
  organisationId: string,
  code: string,
  most: number,
  locale: Locale,
  isHidden: IsHidden,
): Promise<HistoryLine[]> {
  const kpi = await database.kpi.findUnique({
    where: { organisationId_code: { organisationId, code } },
    select: { id: true },
  });
  if (!kpi) return [];
  const revisions = await database.valueRevision.findMany({
    where: { organisationId, kpiId: kpi.id },
    orderBy: [{ at: "desc" }, { year: "desc" }, { orgUnitId: "asc" }, { version: "desc" }],
    take: most,
  });
  const earlier = revisions
    .filter(({ version }) => version > 1)
    .map(({ orgUnitId, year, version }) => ({ orgUnitId, year, version: version - 1 }));
  const [before, people, orgUnits] = await Promise.all([
    earlier.length > 0
      ? database.valueRevision.findMany({ where: { organisationId, kpiId: kpi.id, OR: earlier } })
      : [],
    database.user.findMany({
      where: { id: { in: [...new Set(revisions.map(({ actorId }) => actorId))] } },
      select: { id: true, name: true },
    }),
    database.orgUnit.findMany({
      where: { organisationId },
      select: { id: true, code: true, name: true, isRoot: true },
    }),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const units = new Map(orgUnits.map(({ id, name, isRoot }) => [id, isRoot ? null : name]));
  const codes = new Map(orgUnits.map(({ id, code }) => [id, code]));
  const previous = new Map(before.map((row) => [place(row, row.version), row]));
  return revisions.map((row) => ({
    id: place(row, row.version),
    at: row.at.toISOString(),
    actor: names.get(row.actorId) ?? null,
    door: row.door,
    orgUnit: units.get(row.orgUnitId) ?? null,
    cell: { year: row.year, unit: codes.get(row.orgUnitId)! },
    ...said(
      row,
      previous.get(place(row, row.version - 1)),
      isHidden({ code, orgUnitId: row.orgUnitId, year: row.year }),
      locale,
    ),
  }));
}

function place({ orgUnitId, year }: ValueRevision, version: number): string {
  return `${orgUnitId} ${year} ${version}`;
}

function said(row: ValueRevision, before: ValueRevision | undefined, isHidden: boolean, locale: Locale) {
  return isHidden
    ? { isHidden, now: null, before: null }
    : { isHidden, now: figureOf(row, locale), before: figureOf(before, locale) };
}

/** As entered, with the decimals it was entered with. */
function figureOf(row: ValueRevision | undefined, locale: Locale): Figure | null {
  if (!row || row.status === null) return null;
  const { year, status, amount, scale, men, women, origin, isExample, basis, comment, source } = row;
  return {
    year,
    status,
    origin,
    isExample,
    basis: remarkIn(basis, locale),
    comment: remarkIn(comment, locale),
    source: remarkIn(source, locale),
    amount: amount?.toFixed(scale ?? undefined) ?? null,
    split: men && women ? { men: men.toFixed(), women: women.toFixed() } : null,
    decimals: scale ?? 0,
    coverage: null,
    lacks: [],
    restated: null,
  };
}
