import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { definitionJoin, isAsked } from "./collection/queries";
import { saysTheSame, type CellOutcome, type CellWrite, type Door, type WriteRefusal } from "./model";
import { readStoredCells } from "./queries";

/** What a save needs of the database: the client itself, or a transaction of it. */
type Writer = Pick<PrismaClient, "$queryRaw">;
const askedKpi = Prisma.sql`asked."kpiId"`;
const askedYear = Prisma.sql`asked."year"`;
type Judged = { place: number; refusal: WriteRefusal | null; version: number | null; at: Date | null };

/** The cells one person wants stored at once. */
export type Save = { actorId: string; cells: readonly CellWrite[] };

/**
 * Stores a block of cells, each decided by itself, and answers for each in the order given.
 *
 * A cell is written when it is asked for (the KPI is collected there that year, the period is open or in review),
 * says something new, and still has the version its author saw; else it is refused, unchanged or in conflict, and
 * the rest of the block is written all the same. Everything written, its history, its link in the audit trail and
 * the organisation's new data version are one statement: all of it is there, or nothing. No cell may occur twice.
 * With `restatementId` the block belongs to that restatement of the same transaction, and its year is published.
 */
export async function saveValues(
  database: Writer,
  { actorId, cells, ...where }: Save & { organisationId: string; door: Door; restatementId?: string },
): Promise<CellOutcome[]> {
  const [outcomes] = await saveTogether(database, { ...where, saves: [{ actorId, cells }] });
  return outcomes!;
}

/** Stores the blocks of several people in one statement, each with a link in the audit trail of its own; all of them are there, or none. No cell may occur twice, in whichever block. */
export async function saveTogether(
  database: Writer,
  block: { organisationId: string; door: Door; saves: readonly Save[]; restatementId?: string },
): Promise<CellOutcome[][]> {
  const cells = block.saves.flatMap((one) => one.cells);
  if (cells.length === 0) return block.saves.map(() => []);
  const judged = await database.$queryRaw<Judged[]>(statement(block));
  const open = judged.filter((cell) => !cell.refusal && cell.version === null).map((cell) => cells[cell.place]!);
  // A second look, because a statement cannot see what was committed while it waited for a row.
  const stored = await readStoredCells(database, block.organisationId, open);
  const outcomes = judged.map(({ place, refusal, version, at }): CellOutcome => {
    if (refusal) return { outcome: "refused", code: refusal };
    if (version !== null) return { outcome: "saved", version, at: at!.toISOString() };
    const cell = cells[place]!;
    const now = stored.get(cell);
    if (!now) return { outcome: "unchanged", version: 0, at: null };
    return saysTheSame(cell, now)
      ? { outcome: "unchanged", version: now.version, at: now.at }
      : { outcome: "conflict", stored: now };
  });
  let from = 0;
  return block.saves.map((one) => outcomes.slice(from, (from += one.cells.length)));
}

/*
 * Locks are taken in one order everywhere (period, cells by key, organisation, audit trail), so that two blocks
 * never wait for each other. The period is held for the length of the statement: nobody closes it in between.
 * A new figure drops the counts and the example mark of the old one; a new comment beside it keeps them. A cell that
 * restores a revision takes its counts, origin and mark from there.
 */
function statement({ organisationId, door, saves, restatementId }: Parameters<typeof saveTogether>[1]): Prisma.Sql {
  const rows = saves.flatMap(({ actorId, cells }, save) => {
    const restores = cells.some((cell) => cell.restores);
    const action = restatementId ? "value.restate" : restores ? "value.restore" : "value.save";
    return cells.map((cell) => ({ ...cell, save, actorId, action }));
  });
  const asked = JSON.stringify(rows.map((row, place) => ({ ...row, place })));
  const origin = door === "import" || door === "command" ? "imported" : "entered";
  const writable = restatementId ? Prisma.sql`('published')` : Prisma.sql`('open', 'inReview')`;
  return Prisma.sql`
    WITH asked AS (
      SELECT * FROM jsonb_to_recordset(${asked}::jsonb) AS cell (
        "place" int, "kpiId" uuid, "orgUnitId" uuid, "year" int, "seen" int, "status" "ValueStatus", "amount" numeric, "scale" smallint, "men" numeric, "women" numeric,
        "numerator" numeric, "denominator" numeric, "promoters" int, "passives" int, "detractors" int, "basis" text, "comment" text, "source" text, "restores" int,
        "save" int, "actorId" uuid, "action" text)
    ), period AS (
      SELECT "year", "state" FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "year" IN (SELECT "year" FROM asked) FOR SHARE
    ), judged AS (
      SELECT asked.*, old."version" AS "was", COALESCE(old."origin", ${origin}::"ValueOrigin") AS "oldOrigin", COALESCE(old."isExample", false) AS "oldExample",
        (old."status", old."amount", old."scale", old."men", old."women", old."basis", old."comment", old."source") IS NOT DISTINCT FROM
          (asked."status", asked."amount", asked."scale", asked."men", asked."women", asked."basis", asked."comment", asked."source")
          AND (past."version" IS NULL OR (old."numerator", old."denominator", old."promoters", old."passives", old."detractors", old."origin", old."isExample") IS NOT DISTINCT FROM
            (asked."numerator", asked."denominator", asked."promoters", asked."passives", asked."detractors", past."origin", past."isExample")) AS "same",
        past."origin" AS "pastOrigin", past."isExample" AS "pastExample",
        past."version" IS NULL AND old."version" IS NOT NULL AND (old."amount", old."men", old."women") IS NOT DISTINCT FROM (asked."amount", asked."men", asked."women") AS "sameFigure",
        old."numerator" AS "oldNumerator", old."denominator" AS "oldDenominator", old."promoters" AS "oldPromoters", old."passives" AS "oldPassives", old."detractors" AS "oldDetractors",
        CASE
          WHEN kpi."id" IS NULL OR org_unit."id" IS NULL THEN 'unknown'
          WHEN period."state" IS NULL THEN 'noPeriod'
          WHEN period."state" NOT IN ${writable} THEN 'periodClosed'
          WHEN definition."formula" IS NOT NULL THEN 'calculated'
          WHEN NOT ${isAsked(askedKpi, askedYear)} THEN 'notCollected'
          WHEN definition."valueKind" = 'split' AND asked."amount" IS NOT NULL OR definition."valueKind" = 'number' AND asked."men" IS NOT NULL THEN 'wrongKind'
          WHEN asked."amount" < definition."minimum" THEN 'belowMinimum'
          WHEN asked."amount" > definition."maximum" THEN 'aboveMaximum'
          WHEN asked."status" = 'estimated' AND btrim(asked."basis") = '' THEN 'basisMissing'
        END AS "refusal"
      FROM asked
      LEFT JOIN "Kpi" kpi ON kpi."organisationId" = ${organisationId}::uuid AND kpi."id" = asked."kpiId"
      LEFT JOIN "OrgUnit" org_unit ON org_unit."organisationId" = ${organisationId}::uuid AND org_unit."id" = asked."orgUnitId"
      LEFT JOIN period ON period."year" = asked."year"
      ${definitionJoin(askedKpi, askedYear)}
      LEFT JOIN "YearlyValue" old ON old."kpiId" = asked."kpiId" AND old."orgUnitId" = asked."orgUnitId" AND old."year" = asked."year"
      LEFT JOIN "ValueRevision" past ON past."organisationId" = ${organisationId}::uuid AND past."kpiId" = asked."kpiId" AND past."orgUnitId" = asked."orgUnitId" AND past."year" = asked."year" AND past."version" = asked."restores"
    ), written AS (
      INSERT INTO "YearlyValue" AS stored ("organisationId", "kpiId", "orgUnitId", "year", "status", "amount", "scale", "men", "women",
        "numerator", "denominator", "promoters", "passives", "detractors", "origin", "isExample", "basis", "comment", "source", "version", "updatedBy", "updatedAt")
      SELECT ${organisationId}::uuid, "kpiId", "orgUnitId", "year", "status", "amount", "scale", "men", "women",
        COALESCE("numerator", CASE WHEN "sameFigure" THEN "oldNumerator" END), COALESCE("denominator", CASE WHEN "sameFigure" THEN "oldDenominator" END),
        COALESCE("promoters", CASE WHEN "sameFigure" THEN "oldPromoters" END), COALESCE("passives", CASE WHEN "sameFigure" THEN "oldPassives" END),
        COALESCE("detractors", CASE WHEN "sameFigure" THEN "oldDetractors" END),
        COALESCE("pastOrigin", CASE WHEN "sameFigure" THEN "oldOrigin" ELSE ${origin}::"ValueOrigin" END), COALESCE("pastExample", "sameFigure" AND "oldExample"), "basis", "comment", "source", "seen" + 1, "actorId", now()
      FROM judged
      WHERE "refusal" IS NULL AND NOT "same" AND COALESCE("was", 0) = "seen"
        AND ("was" IS NOT NULL OR "status" IS NOT NULL OR "basis" || "comment" || "source" <> '')
      ORDER BY "kpiId", "orgUnitId", "year"
      ON CONFLICT ("kpiId", "orgUnitId", "year") DO UPDATE SET
        "status" = EXCLUDED."status", "amount" = EXCLUDED."amount", "scale" = EXCLUDED."scale", "men" = EXCLUDED."men", "women" = EXCLUDED."women",
        "numerator" = EXCLUDED."numerator", "denominator" = EXCLUDED."denominator", "promoters" = EXCLUDED."promoters", "passives" = EXCLUDED."passives", "detractors" = EXCLUDED."detractors",
        "origin" = EXCLUDED."origin", "isExample" = EXCLUDED."isExample", "basis" = EXCLUDED."basis", "comment" = EXCLUDED."comment", "source" = EXCLUDED."source",
        "version" = EXCLUDED."version", "updatedBy" = EXCLUDED."updatedBy", "updatedAt" = EXCLUDED."updatedAt"
      WHERE stored."version" = EXCLUDED."version" - 1
      RETURNING stored.*
    ), revised AS (
      INSERT INTO "ValueRevision" ("organisationId", "kpiId", "orgUnitId", "year", "version", "status", "amount", "scale", "men", "women",
        "numerator", "denominator", "promoters", "passives", "detractors", "origin", "isExample", "basis", "comment", "source", "actorId", "at", "door", "restores")
      SELECT written."organisationId", "kpiId", "orgUnitId", "year", written."version", written."status", written."amount", written."scale", written."men", written."women",
        written."numerator", written."denominator", written."promoters", written."passives", written."detractors", written."origin", written."isExample",
        written."basis", written."comment", written."source", written."updatedBy", written."updatedAt", ${door}, judged."restores"
      FROM written JOIN judged USING ("kpiId", "orgUnitId", "year")
      RETURNING *
    ), bumped AS (
      UPDATE "Organisation" SET "dataVersion" = "dataVersion" + 1 WHERE "id" = ${organisationId}::uuid AND EXISTS (SELECT FROM revised) RETURNING "id"
    ), audited AS (
      INSERT INTO "AuditEntry" ("organisationId", "actorId", "door", "action", "subject", "detail")
      SELECT bumped."id", batch."actorId", ${door}, batch."action", ${restatementId ?? ""}, batch."detail" FROM bumped, (
        SELECT judged."save", judged."actorId", judged."action", jsonb_build_object('count', count(*),
          'digest', encode(sha256(convert_to(string_agg((to_jsonb(revised) - 'at')::text, E'\n' ORDER BY "kpiId", "orgUnitId", "year"), 'UTF8')), 'hex'),
          'cells', jsonb_agg(jsonb_build_array("kpiId", "orgUnitId", "year", revised."version") ORDER BY "kpiId", "orgUnitId", "year"),
          'prints', jsonb_agg(left(encode(sha256(convert_to((to_jsonb(revised) - 'at')::text, 'UTF8')), 'hex'), 16) ORDER BY "kpiId", "orgUnitId", "year")) AS "detail"
        FROM revised JOIN judged USING ("kpiId", "orgUnitId", "year") GROUP BY judged."save", judged."actorId", judged."action") batch
      ORDER BY batch."save"
    )
    SELECT judged."place", judged."refusal", written."version", written."updatedAt" AS "at"
    FROM judged LEFT JOIN written USING ("kpiId", "orgUnitId", "year") ORDER BY judged."place"`;
}
