/** The review of a year with 210 org units and 100 KPIs, and the approval of all of it at once. */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { ClientBase } from "pg";
import { withClient } from "../../lib/database/connection.ts";
import { throttle } from "./load/run.ts";
import { errorsOf } from "./measure-pages.ts";
import { makeOrganisation, YEARS } from "./scale/organisation.ts";
import { figure, table } from "./table.ts";
import type { World } from "./world.ts";

const ORG_UNITS = 210;
const APPROVE = join(import.meta.dirname, "scale", "approve.ts");
const EMAIL = "controller@demo.example";

/** Makes the organisation in the product's own database with everything submitted, and measures both. */
export async function measureReview({ product, print, options, people }: World): Promise<void> {
  const made = await withClient(product.databaseUrl, async (client) => {
    const organisation = await makeOrganisation(client, ORG_UNITS, [EMAIL]);
    await submitAll(client, organisation.organisationId);
    return organisation;
  });
  const reader = people.readers[2]!;
  const path = `/${made.slug}/review/${YEARS.to}`;
  const begin = performance.now();
  const response = await fetch(product.origin + path, { headers: { cookie: reader } });
  await response.text();
  const first = performance.now() - begin;
  const answered = await throttle(product, path, [reader], 1, options.seconds);
  const args = ["--import", "tsx", APPROVE, made.organisationId, String(YEARS.to), randomUUID()];
  const env = { ...process.env, DATABASE_URL: product.databaseUrl };
  const { given, clock } = JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" })) as {
    given: number;
    clock: number;
  };
  print(
    table(
      [
        `Review of ${figure(given)} values of ${ORG_UNITS} org units, over HTTP`,
        "first ms",
        "p50 ms",
        "p95 ms",
        "CPU ms",
        "errors",
      ],
      [[`status ${response.status}`, first, answered.p50, answered.p95, answered.processor, errorsOf(answered)]],
    ),
  );
  print(table(["Approval in one statement", "values", "ms"], [["everything that waits in the year", given, clock]]));
}

/** The revisions behind the year's values, and everything submitted. */
async function submitAll(client: ClientBase, organisationId: string): Promise<void> {
  const of = [organisationId, YEARS.to];
  await client.query(
    `INSERT INTO "ValueRevision" ("organisationId", "kpiId", "orgUnitId", year, version, status, amount, scale, origin, "isExample", basis, comment, source, "actorId", door)
     SELECT "organisationId", "kpiId", "orgUnitId", year, version, status, amount, scale, origin, "isExample", basis, comment, source, "updatedBy", 'demo' FROM "YearlyValue" WHERE "organisationId" = $1 AND year = $2`,
    of,
  );
  await client.query(
    `INSERT INTO "ValueVerdict" ("organisationId", "kpiId", "orgUnitId", year, version, definition, verdict, "batchId", "actorId", door)
     SELECT v."organisationId", v."kpiId", v."orgUnitId", v.year, v.version, definition_print(d), 'submitted', gen_random_uuid(), v."updatedBy", 'demo'
     FROM "YearlyValue" v JOIN "KpiVersion" d ON d."kpiId" = v."kpiId" WHERE v."organisationId" = $1 AND v.year = $2`,
    of,
  );
  await client.query(`ANALYZE "ValueRevision"`);
  await client.query(`ANALYZE "ValueVerdict"`);
}
