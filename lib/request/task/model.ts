import type { CellFigure } from "@/lib/value/model";

/** A cell asked of a person, with what it says now. */
export type Task = {
  requestId: string;
  kpiId: string;
  code: string;
  name: string;
  /** Printed form, in the reader's language. */
  unitOfMeasure: string;
  orgUnitId: string;
  orgUnit: { code: string; name: string };
  year: number;
  status: CellFigure["status"];
  /** Whether it was given and sent back. */
  isReturned: boolean;
  /** The version of the cell; 0: nothing was ever stored. */
  version: number;
  dueOn: string;
  /** Who passed it on; empty: it was asked of the person directly, or the person was erased. */
  passedOnBy: string;
};

/** What is asked of a person for one org unit in one year. */
export type TaskGroup = {
  orgUnitId: string;
  orgUnit: { code: string; name: string };
  year: number;
  /** The first day something is due. */
  dueOn: string;
  open: Task[];
  answered: Task[];
};

/** Tasks by org unit and year, what is due first on top; within a group in the order given. */
export function groupsOf(tasks: readonly Task[], isAnswered: (task: Task) => boolean): TaskGroup[] {
  const groups = new Map<string, TaskGroup>();
  for (const task of tasks) {
    const { orgUnitId, orgUnit, year, dueOn } = task;
    const key = `${year} ${orgUnitId}`;
    const group = groups.get(key) ?? { orgUnitId, orgUnit, year, dueOn, open: [], answered: [] };
    if (!groups.has(key)) groups.set(key, group);
    (isAnswered(task) ? group.answered : group.open).push(task);
  }
  const all = [...groups.values()].map((group) => {
    const days = (group.open.length > 0 ? group.open : group.answered).map(({ dueOn }) => dueOn).sort();
    return { ...group, dueOn: days[0] ?? group.dueOn };
  });
  return all.sort(
    (one, other) =>
      Number(one.open.length === 0) - Number(other.open.length === 0) ||
      one.dueOn.localeCompare(other.dueOn) ||
      one.orgUnit.name.localeCompare(other.orgUnit.name, "da"),
  );
}
