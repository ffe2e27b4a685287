import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { plain } from "@/lib/value/model";
import type { Drawable } from "./model";

type Reader = Pick<PrismaClient | Prisma.TransactionClient, "$queryRaw">;

/** What there is to draw from: every value of a year that says a figure, of all pillars or (by code) of one. One read. */
export async function getPopulation(
  database: Reader,
  organisationId: string,
  year: number,
  within: string,
): Promise<Drawable[]> {
  const pillar = within === "" ? Prisma.empty : Prisma.sql`AND p."code" = ${within}`;
  const rows = await database.$queryRaw<Drawable[]>(Prisma.sql`
    SELECT v."kpiId", v."orgUnitId", v."year", k."code", o."code" AS "unit", v."version",
      (abs(v."amount") / NULLIF(sum(abs(v."amount")) OVER (PARTITION BY v."kpiId"), 0))::text AS "part"
    FROM "YearlyValue" v JOIN "Kpi" k ON k."id" = v."kpiId" JOIN "OrgUnit" o ON o."id" = v."orgUnitId" LEFT JOIN "Pillar" p ON p."id" = k."pillarId"
    WHERE v."organisationId" = ${organisationId}::uuid AND v."year" = ${year} AND v."status" IN ('reported', 'estimated') ${pillar}
    ORDER BY o."code", k."code"`);
  return rows.map((row) => ({ ...row, part: plain(row.part) }));
}
