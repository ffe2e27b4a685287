/** Says something of many values at once, as they stood at a time. Shared by the demo and the tests. */
import { randomUUID } from "node:crypto";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import type { VerdictKind } from "@/lib/approval/model";
import { definitionPrints } from "@/lib/approval/state/queries";

type Database = PrismaClient | Prisma.TransactionClient;

/** Which values of a year: of these KPIs and org units by code, or of all. */
export type Which = { year: number; kpis?: readonly string[]; orgUnits?: readonly string[] };

/** One verdict on each stored value, about the version it had then. Returns how many. */
export async function sayOfAll(
  database: Database,
  organisationId: string,
  by: { actorId: string; at: Date },
  verdict: VerdictKind,
  { year, kpis, orgUnits }: Which,
  comment = "",
): Promise<number> {
  const ofKpis = kpis ? Prisma.sql`AND kpi."code" = ANY(${kpis}::text[])` : Prisma.empty;
  const ofOrgUnits = orgUnits ? Prisma.sql`AND org_unit."code" = ANY(${orgUnits}::text[])` : Prisma.empty;
  return database.$executeRaw(Prisma.sql`
    WITH print AS MATERIALIZED (${definitionPrints(organisationId, year)})
    INSERT INTO "ValueVerdict" ("organisationId", "kpiId", "orgUnitId", "year", "version", "definition", "verdict", "comment", "batchId", "actorId", "at", "door")
    SELECT v."organisationId", v."kpiId", v."orgUnitId", v."year", said."version", print."definition", ${verdict}::"Verdict", ${comment}, ${randomUUID()}::uuid, ${by.actorId}::uuid, ${by.at}, 'demo'
    FROM "YearlyValue" v JOIN "Kpi" kpi ON kpi."id" = v."kpiId" JOIN "OrgUnit" org_unit ON org_unit."id" = v."orgUnitId" JOIN print ON print."kpiId" = v."kpiId"
    JOIN LATERAL (SELECT max(r."version") AS "version" FROM "ValueRevision" r WHERE r."kpiId" = v."kpiId" AND r."orgUnitId" = v."orgUnitId" AND r."year" = v."year" AND r."at" <= ${by.at}) said ON said."version" IS NOT NULL
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IS NOT NULL ${ofKpis} ${ofOrgUnits}
    ORDER BY v."kpiId", v."orgUnitId"`);
}
