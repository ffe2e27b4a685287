/** Organisations of 10, 100 and 1,000 org units: what reading, consolidating and showing their figures costs. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { withClient } from "../../lib/database/connection.ts";
import { throttle } from "./load/run.ts";
import { errorsOf } from "./measure-pages.ts";
import type { Scaled } from "./scale/child.ts";
import { BEGUN, KPIS, makeOrganisation, YEARS, type Sized } from "./scale/organisation.ts";
import { figure, table } from "./table.ts";
import type { World } from "./world.ts";

const SIZES = [10, 100, 1_000];
const QUICK_SIZES = [10, 100];
const CHILD = join(import.meta.dirname, "scale", "child.ts");
const EMAILS = ["manager@demo.example", "auditor@demo.example", "controller@demo.example", "admin@demo.example"];

/** Makes the organisations in the product's own database, and measures each in a process of its own and over HTTP. */
export async function measureScale(world: World): Promise<void> {
  const { product, print, options, people } = world;
  const sizes = options.repeats > 1 ? SIZES : QUICK_SIZES;
  const rows: (string | number)[][] = [];
  const pages: (string | number | null)[][] = [];
  const shapes = [...sizes.map((size) => ({ size, missing: undefined })), { size: sizes.at(-1)!, missing: BEGUN }];
  for (const { size, missing } of shapes) {
    const made = await withClient(product.databaseUrl, (client) => makeOrganisation(client, size, EMAILS, missing));
    const scaled = measured(made, product.databaseUrl);
    const name = `${figure(made.orgUnits)} org units, ${figure(made.values)} values${missing ? ", the year only begun" : ""}`;
    rows.push([
      name,
      ...[scaled.read, scaled.consolidate, scaled.cold, scaled.changed, scaled.unchanged].map(
        ({ clock, processor }) => `${figure(clock)} (${figure(processor)})`,
      ),
      scaled.keptMb,
    ]);
    const path = `/${made.slug}/dashboard/${YEARS.to}`;
    const first = await timedRequest(product.origin + path, people.readers[0]!);
    const answered = await throttle(product, path, people.readers, 1, options.seconds);
    pages.push([name, first, answered.p50, answered.p95, answered.processor, errorsOf(answered)]);
  }
  print(
    table(
      [
        `Figures of ${KPIS} collected and 10 calculated KPIs over ${YEARS.to - YEARS.from + 1} years, ms by the clock (of the processor)`,
        "read one year",
        "consolidate it, every KPI",
        "dashboard's six years, first",
        "after a value changed",
        "unchanged",
        "kept MB",
      ],
      rows,
    ),
  );
  print(table(["Dashboard over HTTP", "first ms", "p50 ms", "p95 ms", "CPU ms", "errors"], pages));
}

function measured({ organisationId }: Sized, databaseUrl: string): Scaled {
  const args = ["--expose-gc", "--import", "tsx", CHILD, organisationId, String(YEARS.to)];
  const env = { ...process.env, DATABASE_URL: databaseUrl };
  return JSON.parse(execFileSync(process.execPath, args, { env, encoding: "utf8" })) as Scaled;
}

async function timedRequest(url: string, cookie: string): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}.`);
  return performance.now() - begin;
}
