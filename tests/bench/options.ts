/** What to measure: `npm run bench -- --only pages,saves --quick`. */
import { parseArgs } from "node:util";

/** Parts of the benchmark, in the order they run. */
export const parts = [
  "start",
  "pdf",
  "publish",
  "public",
  "pages",
  "saves",
  "block",
  "load",
  "import",
  "scale",
  "review",
  "agreements",
  "audit",
] as const;
export type Part = (typeof parts)[number];

/** The parts to run, how long each load lasts, and how often what varies is repeated. */
export type Options = {
  only: readonly Part[];
  seconds: number;
  readerSeconds: number;
  repeats: number;
  connections: readonly number[];
};

/** Reads the command line. Throws on a part or option that does not exist. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { only: { type: "string" }, quick: { type: "boolean", default: false } },
  });
  const only = values.only?.split(",") ?? parts;
  const unknown = only.filter((name) => !parts.some((part) => part === name));
  if (unknown.length) throw new Error(`--only takes ${parts.join(", ")}; there is no ${unknown.join(", ")}.`);
  const named = parts.filter((part) => only.includes(part));
  return values.quick
    ? { only: named, seconds: 1.5, readerSeconds: 8, repeats: 1, connections: [1, 50] }
    : { only: named, seconds: 4, readerSeconds: 20, repeats: 3, connections: [1, 20, 50] };
}
