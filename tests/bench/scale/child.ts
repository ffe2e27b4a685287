/** One process that reads and consolidates one organisation's figures, and says how long it took and what it holds. */
import { evaluator } from "../../../lib/evaluation/model.ts";
import { figuresOf, loadFacts } from "../../../lib/evaluation/queries.ts";

const [organisationId = "", year = ""] = process.argv.slice(2);
const at = Number(year);

/** Milliseconds. */
export type Timings = {
  read: number;
  consolidate: number;
  window: number;
  afterChange: number;
  heapMb: number;
  figures: number;
};

const timed = async <Result>(work: () => Promise<Result> | Result): Promise<[number, Result]> => {
  const begin = performance.now();
  const result = await work();
  return [performance.now() - begin, result];
};
const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;
const memory = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
};

await loadFacts(organisationId, { from: 1990, to: 1990 });
const rest = memory();
const [read, { facts, kpis }] = await timed(() => loadFacts(organisationId, { from: at, to: at }));
let figures = 0;
const runs: number[] = [];
for (let run = 0; run < 5; run++) {
  const [took] = await timed(() => {
    const { evaluate, tree } = evaluator(facts);
    figures = kpis.filter((kpi) => evaluate(kpi.code, tree(at).rootId, at).quantity).length;
  });
  runs.push(took);
}
const all = async (dataVersion: string) => {
  const { kpis: shown, evaluate, tree } = await figuresOf(organisationId, dataVersion, at);
  for (let back = 0; back <= 5; back++) for (const kpi of shown) evaluate(kpi.code, tree(at).rootId, at - back);
};
const [window] = await timed(() => all("1"));
// Another version of the data, of which nothing has changed but its number, is what a year costs that did not change.
const [afterChange] = await timed(() => all("2"));
const timings: Timings = {
  read,
  consolidate: median(runs),
  window,
  afterChange,
  heapMb: (memory() - rest) / 1e6,
  figures,
};
console.log(JSON.stringify(timings));
process.exit();
