import { Prisma } from "@/lib/database/generated/client";

/** SQL: whether the stored value `value` was returned to whoever gave it, and has not changed or been sent in again since. */
export const isReturnedSql = Prisma.sql`COALESCE((SELECT said."verdict" = 'returned' AND said."version" = value."version" FROM "ValueVerdict" said
  WHERE said."organisationId" = value."organisationId" AND said."kpiId" = value."kpiId" AND said."orgUnitId" = value."orgUnitId" AND said."year" = value."year" ORDER BY said."id" DESC LIMIT 1), false)`;

/** SQL: whether the cell of `value` (all null where nothing is stored) waits for nobody any more; `isAnswered` of lib/request/model is the rule. */
export const isAnsweredSql = Prisma.sql`(value."status" IS NOT NULL AND value."status" <> 'pending' AND NOT ${isReturnedSql})`;

/** SQL: joins the stored value of the cell `asked`, as `value`. */
export const valueJoin = Prisma.sql`LEFT JOIN "YearlyValue" value ON value."kpiId" = asked."kpiId" AND value."orgUnitId" = asked."orgUnitId" AND value."year" = asked."year"`;
