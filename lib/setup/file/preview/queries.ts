import type { SetupChange } from "../comparison/model";
import { digestOf } from "../digest/model";
import { judgeSetup } from "../judgement/model";
import { listedParts } from "../merging/model";
import { exportSetup } from "../queries";

/** A problem in words, and where it is. */
export type SaidProblem = { path: string; line: number | null; message: string };

/** What is shown of a file before it is taken in. `stays`: how many things it does not name, by part. */
export type SetupPreview =
  | { ok: true; digest: string; changes: SetupChange[]; stays: { part: string; count: number }[] }
  | { ok: false; problems: SaidProblem[] };

type Say = (key: never, values?: never) => string;

/** Judges a file against the organisation's set-up, with its problems in the reader's words. */
export async function lookAtSetup(organisationId: string, text: string, say: Say): Promise<SetupPreview> {
  const before = await exportSetup(organisationId);
  const judged = judgeSetup(text, before);
  if (!judged.ok)
    return {
      ok: false,
      problems: judged.problems.map(({ path, line, code, values }) => ({
        path,
        line,
        message: say(code as never, values as never),
      })),
    };
  const stays = listedParts.map((part) => ({ part, count: judged.stays[part].length }));
  return { ok: true, digest: digestOf(before), changes: judged.changes, stays: stays.filter(({ count }) => count > 0) };
}
