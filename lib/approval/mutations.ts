import { randomUUID } from "node:crypto";
import { Refusal } from "@/lib/access/refusal";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { takesVerdict, type VerdictKind, type VerdictOutcome, type VerdictRefusal } from "./model";
import { definitionPrints, stateSql } from "./state/queries";

/** One cell and the version of it that was seen. */
export type SeenCell = { kpiId: string; orgUnitId: string; version: number };

/** All values of a year, of an org unit, of a pillar (`base`: without one), or of both, as somebody saw them at a time. */
export type Scope = { orgUnitId: string | null; pillarCode: string | null; seenAt: string };

/** What is said by whom: of named cells, or of whatever in a scope takes it. `reach`: the org units the person may speak for; null: all. */
export type Saying = {
  organisationId: string;
  actorId: string;
  door: "page" | "demo";
  reach: readonly string[] | null;
  year: number;
  verdict: VerdictKind;
  comment: string;
  of: { cells: readonly SeenCell[] } | { scope: Scope };
};

/**
 * Gives one verdict on many values, each decided by itself: what can take it gets it, the rest is told apart by
 * reason. Nobody approves a figure they had a hand in since it was last approved, where the organisation or the KPI
 * demands four eyes. The verdicts and their link in the audit trail are one statement; verdicts on a year come one
 * after the other, so that two people are never both told that theirs was the first.
 */
export async function sayVerdict(database: PrismaClient, saying: Saying): Promise<VerdictOutcome> {
  const { organisationId, year } = saying;
  return database.$transaction(
    async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('verdict ' || ${organisationId} || ' ' || ${year}::int, 0))`;
      const rows = await tx.$queryRaw<{ refusal: VerdictRefusal | null; count: number }[]>(statement(saying));
      const refused = Object.fromEntries(rows.flatMap(({ refusal, count }) => (refusal ? [[refusal, count]] : [])));
      return { given: rows.find(({ refusal }) => refusal === null)?.count ?? 0, refused };
    },
    { timeout: 30_000 },
  );
}

/** The outcome, if anything was said at all. @throws Refusal `approval.refusal.…` with the commonest reason when nothing was, `approval.nothingWaits` where there was nothing to say it of. */
export function requireGiven(outcome: VerdictOutcome): VerdictOutcome {
  if (outcome.given > 0) return outcome;
  const [first] = Object.entries(outcome.refused).sort(([, one], [, other]) => other - one);
  throw first ? new Refusal(`approval.refusal.${first[0]}`, { count: first[1] }) : new Refusal("approval.nothingWaits");
}

const actions: Record<VerdictKind, string> = {
  submitted: "value.submit",
  approved: "value.approve",
  returned: "value.return",
};

function statement({ organisationId, actorId, door, reach, year, verdict, comment, of }: Saying): Prisma.Sql {
  const states = takesVerdict[verdict] as readonly string[];
  const mine = reach ? Prisma.sql`AND asked."orgUnitId" = ANY(${reach}::uuid[])` : Prisma.empty;
  return Prisma.sql`
    WITH period AS (
      SELECT "state" FROM "ReportingPeriod" WHERE "organisationId" = ${organisationId}::uuid AND "year" = ${year} FOR SHARE
    ), print AS MATERIALIZED (${definitionPrints(organisationId, year)}), asked AS (${askedOf(organisationId, year, of)}
    ), known AS (
      SELECT asked."kpiId", asked."orgUnitId", asked."version" AS "seen", v."version", v."updatedBy", print."definition", ${stateSql} AS "state",
        organisation."needsFourEyes" OR kpi."needsFourEyes" AS "needsFourEyes"
      FROM asked JOIN "Organisation" organisation ON organisation."id" = ${organisationId}::uuid
      LEFT JOIN "Kpi" kpi ON kpi."organisationId" = ${organisationId}::uuid AND kpi."id" = asked."kpiId"
      LEFT JOIN "YearlyValue" v ON v."organisationId" = ${organisationId}::uuid AND v."kpiId" = asked."kpiId" AND v."orgUnitId" = asked."orgUnitId" AND v."year" = ${year} AND v."status" IS NOT NULL
      LEFT JOIN print ON print."kpiId" = v."kpiId"
      LEFT JOIN LATERAL (SELECT said.* FROM "ValueVerdict" said WHERE said."organisationId" = ${organisationId}::uuid AND said."year" = ${year} AND said."kpiId" = v."kpiId" AND said."orgUnitId" = v."orgUnitId" ORDER BY said."id" DESC LIMIT 1) last ON true
      WHERE true ${mine}
    ), judged AS (
      SELECT known.*, CASE
        WHEN known."version" IS NULL OR known."definition" IS NULL THEN 'unknown'
        WHEN NOT EXISTS (SELECT FROM period WHERE "state"::text = ANY(${states})) THEN 'periodClosed'
        WHEN known."version" <> known."seen" THEN 'changed'
        ${refusalsOf(verdict)}
        ${verdict === "approved" ? ownFigure(actorId, organisationId, year) : Prisma.empty}
      END AS "refusal" FROM known ${"scope" in of ? scopeOnly(verdict) : Prisma.empty}
    ), given AS (
      INSERT INTO "ValueVerdict" ("organisationId", "kpiId", "orgUnitId", "year", "version", "definition", "verdict", "comment", "batchId", "actorId", "door")
      SELECT ${organisationId}::uuid, "kpiId", "orgUnitId", ${year}, "version", "definition", ${verdict}::"Verdict", ${comment}, ${randomUUID()}::uuid, ${actorId}::uuid, ${door}
      FROM judged WHERE "refusal" IS NULL ORDER BY "kpiId", "orgUnitId" RETURNING *
    ), audited AS (
      INSERT INTO "AuditEntry" ("organisationId", "actorId", "door", "action", "subject", "detail")
      SELECT ${organisationId}::uuid, ${actorId}::uuid, ${door}, ${actions[verdict]}, ${String(year)}, jsonb_build_object('count', count(*), 'batch', (array_agg("batchId"))[1],
        'digest', encode(sha256(convert_to(string_agg(ROW("kpiId", "orgUnitId", "year", "version", "definition", "verdict", "comment", "actorId")::text, E'\n' ORDER BY "kpiId", "orgUnitId"), 'UTF8')), 'hex'))
      FROM given HAVING count(*) > 0
    )
    SELECT "refusal", count(*)::int AS "count" FROM judged GROUP BY 1`;
}

function askedOf(organisationId: string, year: number, of: Saying["of"]): Prisma.Sql {
  if ("cells" in of)
    return Prisma.sql`SELECT * FROM jsonb_to_recordset(${JSON.stringify(of.cells)}::jsonb) AS cell ("kpiId" uuid, "orgUnitId" uuid, "version" int)`;
  const { orgUnitId, pillarCode, seenAt } = of.scope;
  return Prisma.sql`SELECT v."kpiId", v."orgUnitId", CASE WHEN v."updatedAt" < ${seenAt}::timestamptz THEN v."version" ELSE 0 END AS "version"
    FROM "YearlyValue" v JOIN "Kpi" kpi ON kpi."id" = v."kpiId" LEFT JOIN "Pillar" pillar ON pillar."id" = kpi."pillarId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL
      AND (${orgUnitId}::uuid IS NULL OR v."orgUnitId" = ${orgUnitId}::uuid) AND (${pillarCode}::text IS NULL OR COALESCE(pillar."code", 'base') = ${pillarCode})`;
}

/** Of a scope nobody asks for what is not in the state that takes it; a returned value is submitted again by name only. */
function scopeOnly(verdict: VerdictKind): Prisma.Sql {
  return Prisma.sql`WHERE known."state" = ${verdict === "submitted" ? "draft" : "submitted"}`;
}

/** As `refusalIn` of lib/approval/model. */
function refusalsOf(verdict: VerdictKind): Prisma.Sql {
  if (verdict === "submitted") return Prisma.sql`WHEN known."state" NOT IN ('draft', 'returned') THEN 'alreadySaid'`;
  if (verdict === "approved")
    return Prisma.sql`WHEN known."state" = 'approved' THEN 'alreadySaid' WHEN known."state" <> 'submitted' THEN 'notWaiting'`;
  return Prisma.sql`WHEN known."state" = 'returned' THEN 'alreadySaid' WHEN known."state" = 'draft' THEN 'notWaiting'`;
}

/** A hand in the figure: its present words, or any revision since it was last approved. Else a comma by somebody else would open it to its own author. */
function ownFigure(actorId: string, organisationId: string, year: number): Prisma.Sql {
  return Prisma.sql`WHEN known."needsFourEyes" AND (known."updatedBy" = ${actorId}::uuid OR EXISTS (
    SELECT FROM "ValueRevision" r WHERE r."kpiId" = known."kpiId" AND r."orgUnitId" = known."orgUnitId" AND r."year" = ${year} AND r."actorId" = ${actorId}::uuid
      AND r."version" > COALESCE((SELECT max(a."version") FROM "ValueVerdict" a WHERE a."organisationId" = ${organisationId}::uuid AND a."year" = ${year}
        AND a."kpiId" = known."kpiId" AND a."orgUnitId" = known."orgUnitId" AND a."verdict" = 'approved'), 0))) THEN 'ownFigure'`;
}
