import { database } from "@/lib/database/client";
import { Prisma } from "@/lib/database/generated/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import type { ListFilter } from "@/lib/agreement/list/model";
import { getOrgUnitsNamed } from "@/lib/agreement/list/queries";
import type { Locale } from "@/lib/language/model";
import { pageOf, type Paged } from "@/lib/paging/model";

/** A commitment that is to be followed up, and by when. */
export type DueLine = {
  id: string;
  dueOn: string;
  isOverdue: boolean;
  followedUpOn: string | null;
  status: CommitmentStatus;
  orgUnit: { code: string; name: string };
  period: string;
  trackId: string;
  text: string;
  responsible: string;
  isExample: boolean;
};

/** Whose follow-ups, on what day and how far ahead, and narrowed by what. `orgUnitIds`: whom somebody acts for; null: all. */
export type DueQuestion = {
  orgUnitIds: string[] | null;
  today: string;
  until: string;
  filter: Pick<ListFilter, "track" | "unit" | "status" | "page">;
  size: number;
};

/** A page of what is due, how many lines of it the filter leaves, and how many there are in all. */
export type Due = { lines: DueLine[]; paged: Paged; count: number; overdue: number };

/**
 * What is to be followed up by a day, the longest due first, in every agreement that has been signed and has not ended.
 * Counted and paged by the database; its day is `dueOn` of lib/commitment/model.
 */
export async function getDue(
  organisationId: string,
  { orgUnitIds, today, until, filter, size }: DueQuestion,
  locale: Locale,
): Promise<Due> {
  const named = await getOrgUnitsNamed(organisationId, filter.unit);
  const due = Prisma.sql`
    SELECT c.id, least(p."to", (greatest(c."followedUpOn", p."from") + make_interval(months => p."followUpMonths"))::date) AS "dueOn",
      (${named}::uuid[] IS NULL OR a."orgUnitId" = ANY(${named}::uuid[])) AND (${filter.track}::text IS NULL OR t.code = ${filter.track})
        AND (${filter.status}::text IS NULL OR c.status::text = ${filter.status}) AS fits
    FROM "Commitment" c JOIN "Agreement" a ON a.id = c."agreementId" JOIN "AgreementPeriod" p ON p.id = a."periodId" JOIN "Track" t ON t.id = c."trackId"
    WHERE c."organisationId" = ${organisationId}::uuid AND c.status NOT IN ('done', 'dropped')
      AND (${orgUnitIds}::uuid[] IS NULL OR a."orgUnitId" = ANY(${orgUnitIds}::uuid[]))
      AND (a.state = 'signed' OR (a.edition > 1 AND a.state NOT IN ('closed', 'handedOn')))`;
  const [counts] = await database.$queryRaw<{ count: number; overdue: number; found: number }[]>`
    SELECT count(*)::int AS count, count(*) FILTER (WHERE "dueOn" < ${today}::date)::int AS overdue, count(*) FILTER (WHERE fits)::int AS found
    FROM (${due}) due WHERE "dueOn" <= ${until}::date`;
  const { count, overdue, found } = counts!;
  const paged = pageOf(found, filter.page, size);
  const isDanish = locale === "da";
  const lines = await database.$queryRaw<DueLine[]>`
    WITH shown AS (SELECT id, "dueOn" FROM (${due}) due WHERE "dueOn" <= ${until}::date AND fits ORDER BY "dueOn", id LIMIT ${size} OFFSET ${paged.first})
    SELECT c.id, s."dueOn"::text AS "dueOn", s."dueOn" < ${today}::date AS "isOverdue", c."followedUpOn"::text AS "followedUpOn", c.status::text AS status,
      json_build_object('code', u.code, 'name', u.name) AS "orgUnit", p.code AS period, c."trackId", c.responsible, c."isExample",
      coalesce(nullif(c.text, ''), CASE WHEN ${isDanish} THEN coalesce(r."textDa", i."nameDa") ELSE coalesce(r."textEn", i."nameEn") END, '') AS text
    FROM shown s JOIN "Commitment" c ON c.id = s.id JOIN "Agreement" a ON a.id = c."agreementId" JOIN "OrgUnit" u ON u.id = a."orgUnitId"
    JOIN "AgreementPeriod" p ON p.id = a."periodId"
    LEFT JOIN "Requirement" r ON r.id = c."requirementId" LEFT JOIN "Initiative" i ON i.id = c."initiativeId"
    ORDER BY s."dueOn", s.id`;
  return { lines, paged, count, overdue };
}
