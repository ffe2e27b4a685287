import { judgeSetup } from "@/lib/setup/file/judgement/model";
import { setupFileSchema, type SetupDocument } from "@/lib/setup/file/schema";
import { readSetup, writeSetup, type SetupProblem } from "@/lib/setup/file/text/model";
import { renamed } from "@/lib/setup/organisation/name/model";

/** Largest set-up file the first page takes, bytes; the command takes larger ones. */
export const mostSetupBytes = 600_000;

/** A file the first organisation can begin with, under the name it was given on the page; or everything wrong with it. */
export type FirstSetup = { ok: true; text: string } | { ok: false; problems: SetupProblem[] };

/**
 * Judges a set-up file before there is an organisation: against one that has nothing but its name and first year, so
 * that nothing is made for a file that would be refused.
 */
export function firstSetup(text: string, { name, year }: { name: string; year: number }): FirstSetup {
  const read = readSetup(text);
  if (!read.ok) return read;
  const judged = judgeSetup(text, nothingBut(name, year));
  if (!judged.ok) return judged;
  const organisation = renamed(read.setup.organisation, name);
  return { ok: true, text: writeSetup({ ...read.setup, organisation }, "json") };
}

/** The set-up of an organisation that has just been made. */
function nothingBut(name: string, year: number): SetupDocument {
  return setupFileSchema.parse({
    format: "ledestjerne-setup",
    version: 1,
    organisation: {
      name,
      country: "DK",
      currency: "DKK",
      suppressBelowCases: 5,
      suppressBelowReplies: 10,
      materialityPercent: "5",
    },
    years: [{ year }],
  });
}
