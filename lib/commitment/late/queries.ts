import { Prisma } from "@/lib/database/generated/client";

/** Whether commitment `c` of a statement is late on a day: `isLate` of lib/commitment/model, for the database to count by. */
export const isLateSql = (today: string) =>
  Prisma.sql`(c.status NOT IN ('done', 'dropped') AND (c.status = 'delayed' OR c.deadline < ${today}::date))`;
