import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";
import type { Locale } from "@/lib/language/model";
import { besidesIn, besideTexts } from "@/lib/restatement/beside/model";
import { effectLine, effectSentence } from "@/lib/restatement/line/model";
import { reasonIn } from "@/lib/restatement/model";
import { keyOf, type Lineage } from "../model";
import type { Proof, RestatedOnce } from "./model";

/** What was restated of a figure, the latest first: of itself, and of what it follows from. */
export async function restatementsOf(
  organisationId: string,
  { code, orgUnit, year, name, unitOfMeasure }: Lineage,
  withAuthors: boolean,
  locale: Locale,
): Promise<RestatedOnce[]> {
  const effects = await database.restatementEffect.findMany({
    where: { organisationId, year, orgUnitId: orgUnit.id, kpi: { code } },
    include: { restatement: true },
    orderBy: [{ restatement: { at: "desc" } }, { restatementId: "asc" }],
  });
  if (effects.length === 0) return [];
  const [units, authors] = await Promise.all([
    database.orgUnit.findMany({ where: { organisationId }, select: { id: true, name: true } }),
    withAuthors
      ? database.user.findMany({
          where: { id: { in: effects.map(({ restatement }) => restatement.createdBy) } },
          select: { id: true, name: true },
        })
      : [],
  ]);
  const nameOf = (rows: { id: string; name: string }[], id: string) => rows.find((row) => row.id === id)?.name ?? null;
  return effects.map((effect): RestatedOnce => {
    const { restatement, decimals, isMaterial, percent } = effect;
    const beside = besidesIn(restatement.after)(code, orgUnit.id, year);
    const line = effectLine(
      {
        ...{ year, decimals, isMaterial, percent: percent?.toFixed() ?? null },
        before: {
          status: effect.beforeStatus ?? "missing",
          amount: effect.beforeAmount?.toFixed() ?? null,
          men: effect.beforeMen?.toFixed() ?? null,
          women: effect.beforeWomen?.toFixed() ?? null,
        },
        after: {
          status: effect.afterStatus ?? "missing",
          amount: effect.afterAmount?.toFixed() ?? null,
          men: effect.afterMen?.toFixed() ?? null,
          women: effect.afterWomen?.toFixed() ?? null,
        },
      },
      { code, name, unitOfMeasure, orgUnit: orgUnit.isRoot ? null : orgUnit.name },
      false,
      locale,
      beside && besideTexts(beside, { nameOf: (id) => nameOf(units, id) ?? "", unitOfMeasure }, locale),
    );
    return {
      ...{ id: restatement.id, at: restatement.at.toISOString(), kind: restatement.kind },
      author: nameOf(authors, restatement.createdBy),
      sentence: effectSentence(line),
      reason: reasonIn(restatement, locale),
    };
  });
}

const PROOFS = `
select asked.key as "of", e.id, e.name, e.note, e."isExample"
from unnest($2::text[], $3::text[], $4::uuid[], $5::int[]) as asked(key, code, unit, year)
  join "Kpi" k on k."organisationId" = $1 and k.code = asked.code
  join "Evidence" e on e."organisationId" = $1 and e."kpiId" = k.id and e."orgUnitId" = asked.unit and e.year = asked.year
where not exists (select from "EvidenceWithdrawal" w where w."evidenceId" = e.id)
order by e."addedAt", e.id`;

/** The files that back the values a figure was made of, in one read: those not withdrawn, of org units whose files whoever asks may open. */
export async function proofsOf(
  organisationId: string,
  lineages: Lineage[],
  mayOpen: (orgUnitId: string) => boolean,
): Promise<Proof[]> {
  const entered = lineages.filter(
    ({ made, isHidden, orgUnit }) => made === "entered" && !isHidden && mayOpen(orgUnit.id),
  );
  if (entered.length === 0) return [];
  const columns = [
    entered.map(keyOf),
    entered.map(({ code }) => code),
    entered.map(({ orgUnit }) => orgUnit.id),
    entered.map(({ year }) => year),
  ];
  const values = [organisationId, ...columns];
  return (await pool().query<Proof>({ name: "lineage-proof", text: PROOFS, values })).rows;
}
