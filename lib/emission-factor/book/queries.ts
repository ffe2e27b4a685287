import type { Sql } from "@/lib/database/sql";
import type { FactorBook, FactorPin, FactorVersion } from "@/lib/emission-factor/model";

type Row = Omit<FactorVersion, "activity"> & { activityDa: string; activityEn: string };

/** The factor book as `loadFactorBook` reads it, on the connection at hand: a command knows the database by that alone. */
export async function readFactorBook(sql: Sql, organisationId: string): Promise<FactorBook> {
  const versions = await sql.query<Row>(
    `SELECT v.id, v."factorId", f.code, f."activityDa", f."activityEn", f.scope, f.method, f.region, v.version, v."validFromYear", round(v.value, v.scale)::text AS value, v."unitIn", v."unitOut", v.source,
      v."retrievedOn"::text, v.note, v."isBackCalculated", v."isExample", v."addedBy", to_char(v."addedAt" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "addedAt"
    FROM "EmissionFactorVersion" v JOIN "EmissionFactor" f ON f.id = v."factorId" WHERE v."organisationId" = $1 ORDER BY f.code, v.version`,
    [organisationId],
  );
  const pins = await sql.query<FactorPin>(
    `SELECT year, "factorId", "versionId" FROM "FactorPin" WHERE "organisationId" = $1 ORDER BY id`,
    [organisationId],
  );
  const published = await sql.query<{ year: number }>(
    `SELECT year FROM "ReportingPeriod" WHERE "organisationId" = $1 AND state = 'published'`,
    [organisationId],
  );
  return {
    versions: versions.rows.map(({ activityDa, activityEn, ...version }) => ({
      ...version,
      activity: { da: activityDa, en: activityEn },
    })),
    pins: pins.rows,
    published: new Set(published.rows.map(({ year }) => year)),
  };
}
