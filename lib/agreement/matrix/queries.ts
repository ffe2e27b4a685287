import { isLateSql } from "@/lib/commitment/late/queries";
import { database } from "@/lib/database/client";
import type { AgreementState } from "@/lib/database/generated/enums";
import type { Cell, MatrixRow } from "./model";

type Counted = {
  agreementId: string;
  orgUnitId: string;
  code: string;
  name: string;
  closesOn: string | null;
  state: AgreementState;
  edition: number;
  isExample: boolean;
  trackId: string | null;
  own: number;
  required: number;
  notStarted: number;
  onTrack: number;
  delayed: number;
  done: number;
  dropped: number;
  late: number;
};

/** The agreements of a period (these, or all) with their commitments counted by track: one statement, however many there are. */
export async function getMatrix(
  organisationId: string,
  periodId: string,
  today: string,
  agreementIds: string[] | null = null,
): Promise<MatrixRow[]> {
  const rows = await database.$queryRaw<Counted[]>`
    SELECT a.id AS "agreementId", u.id AS "orgUnitId", u.code, u.name, u."closesOn"::text AS "closesOn", a.state::text AS state, a.edition, a."isExample", c."trackId",
      count(c.id) FILTER (WHERE c."requirementId" IS NULL)::int AS own,
      count(c.id) FILTER (WHERE c."requirementId" IS NOT NULL)::int AS required,
      count(c.id) FILTER (WHERE c.status = 'notStarted')::int AS "notStarted",
      count(c.id) FILTER (WHERE c.status = 'onTrack')::int AS "onTrack",
      count(c.id) FILTER (WHERE c.status = 'delayed')::int AS delayed,
      count(c.id) FILTER (WHERE c.status = 'done')::int AS done,
      count(c.id) FILTER (WHERE c.status = 'dropped')::int AS dropped,
      count(c.id) FILTER (WHERE ${isLateSql(today)})::int AS late
    FROM "Agreement" a JOIN "OrgUnit" u ON u.id = a."orgUnitId"
    LEFT JOIN "Commitment" c ON c."agreementId" = a.id
    WHERE a."organisationId" = ${organisationId}::uuid AND a."periodId" = ${periodId}::uuid
      AND (${agreementIds}::uuid[] IS NULL OR a.id = ANY(${agreementIds}::uuid[]))
    GROUP BY a.id, u.id, c."trackId" ORDER BY u.position, u.code, c."trackId"`;
  const byAgreement = new Map<string, MatrixRow>();
  for (const row of rows) {
    const { agreementId, orgUnitId, code, name, closesOn, state, edition, isExample, trackId, own, required, late } =
      row;
    const known = byAgreement.get(agreementId);
    const line: MatrixRow = known ?? {
      ...{ agreementId, orgUnitId, state, edition, isExample, cells: [] },
      orgUnit: { code, name, closesOn },
    };
    if (!known) byAgreement.set(agreementId, line);
    const { notStarted, onTrack, delayed, done, dropped } = row;
    const cell: Omit<Cell, "trackId"> = {
      own,
      required,
      late,
      statuses: { notStarted, onTrack, delayed, done, dropped },
    };
    if (trackId) line.cells.push({ trackId, ...cell });
  }
  return [...byAgreement.values()];
}

/** How many own commitments each track of a period demands, by the track's id. */
export async function getMinima(organisationId: string, periodId: string): Promise<Map<string, number>> {
  const rows = await database.trackRule.findMany({ where: { organisationId, periodId } });
  return new Map(rows.map(({ trackId, minimumOwn }) => [trackId, minimumOwn]));
}
