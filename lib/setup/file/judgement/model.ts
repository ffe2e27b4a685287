import { checkSetup } from "../checking/model";
import { compareSetups, type SetupChange } from "../comparison/model";
import { merged, unnamed, type ListedPart } from "../merging/model";
import { inOrder } from "../order/model";
import type { SetupDocument } from "../schema";
import { readSetup, type SetupProblem } from "../text/model";

/** What a set-up file would do to an organisation: every change, and what stays because the file does not name it; or what is wrong with it. */
export type SetupJudgement =
  | { ok: true; after: SetupDocument; changes: SetupChange[]; stays: Record<ListedPart, string[]> }
  | { ok: false; problems: SetupProblem[] };

/** Judges the text of a set-up file against an organisation's set-up as it is. */
export function judgeSetup(text: string, before: SetupDocument): SetupJudgement {
  const read = readSetup(text);
  if (!read.ok) return read;
  const whole = merged(before, read.setup);
  const problems = checkSetup(before, whole, read.lineOf);
  if (problems.length > 0) return { ok: false, problems };
  const after = inOrder(whole);
  return { ok: true, after, changes: changesTo(before, after), stays: unnamed(before, read.setup) };
}

/** What differs, and where nothing else does, that things stand in another order. */
function changesTo(before: SetupDocument, after: SetupDocument): SetupChange[] {
  const changes = compareSetups(before, after);
  const moved = (["orgUnits", "pillars", "kpis"] as const).flatMap((part): SetupChange[] => {
    const held = new Set(before[part].map(({ code }) => code));
    const [was, is] = [before[part], after[part].filter(({ code }) => held.has(code))].map((list) =>
      list.map(({ code }) => code).join(", "),
    );
    if (was === is) return [];
    return [{ part, code: "", what: "changed", details: [{ path: "order", what: "changed", from: was!, to: is! }] }];
  });
  return [...changes, ...moved];
}
