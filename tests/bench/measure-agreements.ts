/** The committee's overview and the pages beside it with 200 org units of 40 commitments each. */
import type { ClientBase } from "pg";
import { withClient } from "../../lib/database/connection.ts";
import { throttle } from "./load/run.ts";
import { errorsOf } from "./measure-pages.ts";
import { figure, table } from "./table.ts";
import type { World } from "./world.ts";

const ORG_UNITS = 200;
const COMMITMENTS = 40;
const SLUG = "agreements-scale";
const EMAILS = ["manager@demo.example", "auditor@demo.example", "controller@demo.example", "admin@demo.example"];

/** Makes the organisation in the product's own database, and asks for its pages over HTTP. */
export async function measureAgreements({ product, print, options, people }: World): Promise<void> {
  const made = await withClient(product.databaseUrl, makeAgreements);
  const pages = {
    "committee overview": "2025-2026/overview",
    "matrix of units and tracks": "2025-2026",
    "one unit's agreement": "2025-2026/units/unit-1",
    "due follow-ups": "due",
    "second page of them, of one track, whose name has a 1": "due?track=track-1&unit=1&page=2",
    "one track's units": "2025-2026/tracks/track-1",
    "catalogue with take-up": "catalogue",
    "who uses one initiative": "catalogue/track-1-1",
  };
  const rows: (string | number | null)[][] = [];
  for (const [name, path] of Object.entries(pages)) {
    const answered = await throttle(product, `/${SLUG}/agreements/${path}`, people.readers, 1, options.seconds);
    const { p50, p95, p99, processor, bytes } = answered;
    rows.push([name, figure(bytes / 1000), p50, p95, p99, processor, errorsOf(answered)]);
  }
  print(
    table(
      [
        `Agreements: ${ORG_UNITS} org units, ${figure(made)} commitments`,
        "kB",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "CPU ms",
        "errors",
      ],
      rows,
    ),
  );
}

/** Two periods, the second signed, in a few statements. Triggers are left out: this measures reading, not the guards. */
async function makeAgreements(client: ClientBase): Promise<number> {
  await client.query("BEGIN");
  await client.query("SET LOCAL session_replication_role = replica");
  const organisation = await client.query(`INSERT INTO "Organisation" (slug, name) VALUES ($1, $1) RETURNING id`, [
    SLUG,
  ]);
  const id: string = organisation.rows[0].id;
  const run = (sql: string, values: unknown[] = []) => client.query(sql, [id, ...values]);
  await run(`INSERT INTO "OrgUnit" ("organisationId", code, name, "isRoot") VALUES ($1, 'root', 'Root', true)`);
  await run(
    `INSERT INTO "OrgUnit" ("organisationId", code, name, position) SELECT $1, 'unit-' || n, 'Unit ' || n, n FROM generate_series(1, $2::int) n`,
    [ORG_UNITS],
  );
  await run(`INSERT INTO "ReportingPeriod" ("organisationId", year) VALUES ($1, 2024)`);
  await run(
    `INSERT INTO "Kpi" ("organisationId", code, position) SELECT $1, 'kpi-' || n, n FROM generate_series(1, 4) n`,
  );
  await run(
    `INSERT INTO "KpiVersion" ("organisationId", "kpiId", "validFromYear", "nameDa", "nameEn", "shortNameDa", "shortNameEn", "unitOfMeasure")
     SELECT $1, id, 2000, code, code, code, code, 't' FROM "Kpi" WHERE "organisationId" = $1`,
  );
  await run(
    `INSERT INTO "StrategyGoal" ("organisationId", code, "nameDa", "nameEn", year) SELECT $1, 'goal-' || n, 'Mål ' || n, 'Goal ' || n, 2030 FROM generate_series(1, 2) n`,
  );
  await run(
    `INSERT INTO "Track" ("organisationId", code, "nameDa", "nameEn", position, "goalId")
     SELECT $1, 'track-' || n, 'Spor ' || n, 'Track ' || n, n, (SELECT id FROM "StrategyGoal" WHERE "organisationId" = $1 AND code = 'goal-' || (1 + n % 2)) FROM generate_series(1, 4) n`,
  );
  await run(
    `INSERT INTO "AgreementPeriod" ("organisationId", code, "from", "to") VALUES ($1, '2024', '2024-01-01', '2024-12-31'), ($1, '2025-2026', '2025-01-01', '2026-12-31')`,
  );
  await run(
    `UPDATE "AgreementPeriod" SET "previousId" = (SELECT id FROM "AgreementPeriod" WHERE "organisationId" = $1 AND code = '2024') WHERE "organisationId" = $1 AND code = '2025-2026'`,
  );
  await run(
    `INSERT INTO "Initiative" ("organisationId", "trackId", code, "nameDa", "nameEn", "effectDa", "effectEn", ease, "kpiId", "expectedEffect")
     SELECT $1, t.id, t.code || '-' || n, 'Initiativ ' || n, 'Initiative ' || n, 'x', 'x', 'easy', (SELECT id FROM "Kpi" WHERE "organisationId" = $1 AND position = t.position), -n
     FROM "Track" t, generate_series(1, 10) n WHERE t."organisationId" = $1`,
  );
  await run(
    `INSERT INTO "Agreement" ("organisationId", "periodId", "orgUnitId", state, evaluation)
     SELECT $1, p.id, u.id, CASE p.code WHEN '2024' THEN 'closed' ELSE 'signed' END::"AgreementState", CASE p.code WHEN '2024' THEN 'x' ELSE '' END
     FROM "AgreementPeriod" p, "OrgUnit" u WHERE p."organisationId" = $1 AND u."organisationId" = $1 AND NOT u."isRoot"`,
  );
  const { rowCount } = await run(
    `INSERT INTO "Commitment" ("organisationId", "agreementId", "trackId", position, origin, "initiativeId", responsible, deadline, measure, "kpiId", "expectedEffect", "reportedEffect", status, "followedUpOn")
     SELECT $1, a.id, i."trackId", n, 'catalogue', i.id, 'x', p."to" - n * 7, 'milestones', i."kpiId", i."expectedEffect", i."expectedEffect" / 2,
       (ARRAY['onTrack', 'done', 'delayed', 'notStarted', 'onTrack'])[1 + n % 5]::"CommitmentStatus", p."from" + n * 5
     FROM "Agreement" a JOIN "AgreementPeriod" p ON p.id = a."periodId", generate_series(1, $2::int) n
     JOIN LATERAL (SELECT * FROM "Initiative" WHERE "organisationId" = $1 ORDER BY code OFFSET n - 1 LIMIT 1) i ON true
     WHERE a."organisationId" = $1`,
    [COMMITMENTS],
  );
  await run(
    `INSERT INTO "Membership" ("organisationId", "userId", role) SELECT $1, id, 'controller' FROM "User" WHERE email = ANY($2)`,
    [EMAILS],
  );
  await client.query("COMMIT");
  await client.query(`ANALYZE "Commitment"`);
  await client.query(`ANALYZE "Agreement"`);
  return rowCount! / 2;
}
