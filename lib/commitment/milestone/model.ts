/** A step on the way, as typed. */
export type TypedMilestone = { text: string; dueOn: string };

/** What was typed, or the first line that is no milestone, counted from 1. */
export type ReadMilestones = { ok: true; milestones: TypedMilestone[] } | { ok: false; line: number };

const danish = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[\s:,–-]+(\S.*)$/;
const iso = /^(\d{4})-(\d{2})-(\d{2})[\s:,–-]+(\S.*)$/;

/** Reads one milestone a line: the day (30.06.2025 or 2025-06-30), then what shall be there. Empty lines are skipped. */
export function readMilestones(text: string): ReadMilestones {
  const milestones: TypedMilestone[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line.trim());
    if (!read) return { ok: false, line: at + 1 };
    milestones.push(read);
  }
  return { ok: true, milestones };
}

/** Milestones as they are typed, so that a form opens with what is there. */
export function typedMilestones(milestones: readonly TypedMilestone[]): string {
  return milestones.map(({ text, dueOn }) => `${dueOn.split("-").reverse().join(".")} ${text}`).join("\n");
}

function readLine(line: string): TypedMilestone | null {
  const [, first, month, last, text] = danish.exec(line) ?? iso.exec(line) ?? [];
  if (!first || !month || !last || !text) return null;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  const dueOn = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${dueOn}T00:00:00Z`);
  // JavaScript takes 31 February for 3 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(dueOn) ? { text: text.trim(), dueOn } : null;
}
