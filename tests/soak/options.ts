/** How long and what to soak: `npm run soak -- --minutes 30 --only files,kills --seed 7`. */
import { parseArgs } from "node:util";

/** Parts of the soak; each gets an equal share of the time. */
export const parts = ["files", "kills"] as const;
export type Part = (typeof parts)[number];

export type Options = { only: readonly Part[]; minutes: number; seed: number };

/** Reads the command line. Throws on a part or option that does not exist. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: { only: { type: "string" }, minutes: { type: "string", default: "10" }, seed: { type: "string" } },
  });
  const only = values.only?.split(",") ?? parts;
  const unknown = only.filter((name) => !parts.some((part) => part === name));
  if (unknown.length) throw new Error(`--only takes ${parts.join(", ")}; there is no ${unknown.join(", ")}.`);
  const [minutes, seed] = [Number(values.minutes), Number(values.seed ?? Date.now() % 1e9)];
  if (!(minutes > 0) || !Number.isSafeInteger(seed)) throw new Error("--minutes and --seed take a number.");
  return { only: parts.filter((part) => only.includes(part)), minutes, seed };
}
