/** One process that reads and consolidates one organisation's figures, and says how long it took and what it holds. */
import { database } from "../../../lib/database/client.ts";
import { evaluator } from "../../../lib/evaluation/model.ts";
import { figuresOf, loadFacts } from "../../../lib/evaluation/queries.ts";
import { getYearView } from "../../../lib/figure/queries.ts";

/** Milliseconds by the clock and of this process's processor: on a busy machine the second says more. */
export type Took = { clock: number; processor: number };

/** What one organisation costs. */
export type Scaled = {
  /** Reading one year's definitions and values for the first time. */
  read: Took;
  /** Consolidating one year, every KPI, from what was read. */
  consolidate: Took;
  /** What a dashboard follows from, six years, for the first time after a start. */
  cold: Took;
  /** The same after a value of the year changed. */
  changed: Took;
  /** The same while nothing changed. */
  unchanged: Took;
  /** What is kept in memory for all of it. */
  keptMb: number;
};

const [organisationId = "", year = ""] = process.argv.slice(2);
const at = Number(year);

async function timed(work: () => Promise<unknown> | unknown): Promise<Took> {
  const [begin, used] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(used);
  return { clock: performance.now() - begin, processor: (user + system) / 1000 };
}

/** The middle one by the clock. */
async function usual(times: number, work: () => Promise<unknown> | unknown): Promise<Took> {
  const all: Took[] = [];
  for (let run = 0; run < times; run++) all.push(await timed(work));
  return all.sort((a, b) => a.clock - b.clock)[Math.floor(times / 2)]!;
}

function memory(): number {
  global.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
}

const view = async (dataVersion: string) => {
  const { evaluate, tree } = await figuresOf(organisationId, dataVersion, at);
  await getYearView(organisationId, dataVersion, at, "da");
  return evaluate("kpi-1", tree(at).rootId, at);
};
let version = 0;
async function changeOne(): Promise<void> {
  await database.$executeRaw`
    UPDATE "YearlyValue" SET amount = amount + 1 WHERE ("kpiId", "orgUnitId", year) = (SELECT "kpiId", "orgUnitId", year FROM "YearlyValue" WHERE "organisationId" = ${organisationId}::uuid AND year = ${at} LIMIT 1)`;
  version++;
}

// A year without values: the connection, the plans and the definitions are there, and count for nobody.
await loadFacts(organisationId, { from: 1990, to: 1990 });
const rest = memory();
const read = await timed(() => loadFacts(organisationId, { from: at, to: at }));
const { facts, kpis } = await loadFacts(organisationId, { from: at, to: at });
const consolidate = await usual(7, () => {
  const { evaluate, tree } = evaluator(facts);
  const figures = kpis.filter((kpi) => evaluate(kpi.code, tree(at).rootId, at).quantity);
  if (figures.length !== kpis.length) throw new Error("A KPI has no figure.");
});
const cold = await timed(() => view("cold"));
await changeOne();
await view(`warm ${version}`);
const changes: Took[] = [];
for (let run = 0; run < 7; run++) {
  await changeOne();
  changes.push(await timed(() => view(`changed ${version}`)));
}
const changed = changes.sort((a, b) => a.clock - b.clock)[3]!;
const unchanged = await usual(7, () => view(`changed ${version}`));
const scaled: Scaled = { read, consolidate, cold, changed, unchanged, keptMb: (memory() - rest) / 1e6 };
console.log(JSON.stringify(scaled));
process.exit();
