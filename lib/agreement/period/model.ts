/** A period agreements are made for. Days are ISO days. */
export type AgreementPeriod = {
  id: string;
  code: string;
  from: string;
  to: string;
  note: string;
  followUpMonths: number;
  previousId: string | null;
};

/** Where a period stands on a day. */
export function periodStage({ from, to }: { from: string; to: string }, today: string): "ahead" | "running" | "over" {
  if (today < from) return "ahead";
  return today > to ? "over" : "running";
}

/** The period people most likely ask for: the one that runs, else the last that has begun, else the first to come. */
export function currentPeriod<Period extends { from: string; to: string }>(
  periods: readonly Period[],
  today: string,
): Period | null {
  const inOrder = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const begun = inOrder.filter(({ from }) => from <= today);
  return begun.findLast((period) => periodStage(period, today) === "running") ?? begun.at(-1) ?? inOrder[0] ?? null;
}

/** A period's short name from its days: 2024, 2025-2026, and with months where it does not follow the calendar year. */
export function periodCode(from: string, to: string): string {
  const isWhole = from.endsWith("-01-01") && to.endsWith("-12-31");
  const [first, last] = isWhole ? [from.slice(0, 4), to.slice(0, 4)] : [from.slice(0, 7), to.slice(0, 7)];
  return first === last ? first : isWhole ? `${first}-${last}` : `${first}-to-${last}`;
}

/** Whether two periods share a day: an org unit has one agreement at a time. */
export function overlaps(a: { from: string; to: string }, b: { from: string; to: string }): boolean {
  return a.from <= b.to && b.from <= a.to;
}
