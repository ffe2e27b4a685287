import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayIn, daysUntil, dueStateOf, isAnswered, isDone, soonDays } from "@/lib/request/model";
import { letterText, type LetterFacts } from "@/lib/request/notice/model";
import { progressBy, progressOfAll, type AskedPart } from "@/lib/request/progress/model";
import { groupsOf, type Task } from "@/lib/request/task/model";

const dayAfter = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

describe("when something is due", () => {
  it("counts whole days, also over summer time and a leap day", () => {
    expect(daysUntil("2024-03-31", "2024-03-30")).toBe(1);
    expect(daysUntil("2024-03-01", "2024-02-28")).toBe(2);
    expect(dueStateOf("2025-02-15", "2025-02-15")).toBe("soon");
    expect(dueStateOf("2025-02-15", "2025-02-16")).toBe("late");
    expect(dueStateOf("2025-02-15", "2025-02-07")).toBe("ahead");
  });

  it("is ahead, near or late for every distance, and never two of them", () =>
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 20_000 }), (days, from) => {
        const today = dayAfter("1990-01-01", from);
        const day = dayAfter(today, days);
        expect(daysUntil(day, today)).toBe(days);
        expect(dueStateOf(day, today)).toBe(days < 0 ? "late" : days <= soonDays ? "soon" : "ahead");
      }),
    ));

  it("begins at midnight in Copenhagen", () =>
    expect(dayIn(new Date("2024-12-31T23:30:00Z"), "Europe/Copenhagen")).toBe("2025-01-01"));
});

it("is answered by a figure or by a status that says why there is none, not by one that will come or was sent back", () => {
  const answers = (status: string | null, isReturned = false) => isAnswered({ status, isReturned });
  for (const status of ["reported", "estimated", "notMeasured", "notApplicable", "discontinued"]) {
    expect(answers(status), status).toBe(true);
    expect(answers(status, true), `${status}, returned`).toBe(false);
  }
  expect([answers(null), answers("pending")]).toEqual([false, false]);
  expect(isDone({ filled: 3, pending: 0, missing: 0 })).toBe(true);
  expect(isDone({ filled: 3, pending: 1, missing: 0 })).toBe(false);
});

const part = (personId: string, orgUnitId: string, filled: number, pending: number, missing: number): AskedPart => ({
  requestId: "r",
  pillar: "base",
  personId,
  orgUnitId,
  filled,
  pending,
  missing,
});

describe("progress", () => {
  it("adds up by one side, the one with most to do first", () => {
    const parts = [part("anne", "north", 2, 0, 1), part("bo", "south", 0, 1, 4), part("anne", "south", 1, 0, 0)];
    expect(progressBy(parts, "personId")).toEqual([
      { id: "bo", progress: { filled: 0, pending: 1, missing: 4 } },
      { id: "anne", progress: { filled: 3, pending: 0, missing: 1 } },
    ]);
    expect(progressBy(parts, "orgUnitId").map(({ id }) => id)).toEqual(["south", "north"]);
  });

  it("comes to the same whichever side it is counted by", () => {
    const count = fc.nat({ max: 30 });
    const side = fc.constantFrom("a", "b", "c");
    const parts = fc.array(fc.tuple(side, side, count, count, count).map((of) => part(...of)));
    fc.assert(
      fc.property(parts, (all) => {
        const sum = progressOfAll(all);
        for (const by of ["personId", "orgUnitId", "pillar", "requestId"] as const) {
          const counted = progressBy(all, by).map(({ progress }) => progress);
          for (const kind of ["filled", "pending", "missing"] as const)
            expect(counted.reduce((total, one) => total + one[kind], 0)).toBe(sum[kind]);
        }
      }),
    );
  });
});

describe("tasks", () => {
  const task = (orgUnit: string, code: string, dueOn: string, status: Task["status"] = null): Task => ({
    requestId: "r",
    kpiId: code,
    code,
    name: code,
    unitOfMeasure: "t",
    orgUnitId: orgUnit,
    orgUnit: { code: orgUnit, name: orgUnit },
    year: 2024,
    status,
    isReturned: false,
    version: 0,
    dueOn,
    passedOnBy: "",
  });

  it("stand by org unit, what is due first on top, what is done at the end", () => {
    const groups = groupsOf(
      [
        task("north", "water", "2025-03-01"),
        task("south", "water", "2025-02-01"),
        task("done", "water", "2025-01-01", "reported"),
        task("north", "power", "2025-02-15", "pending"),
        task("south", "power", "2025-01-01", "notMeasured"),
      ],
      isAnswered,
    );
    expect(
      groups.map(({ orgUnitId, dueOn, open, answered }) => [orgUnitId, dueOn, open.length, answered.length]),
    ).toEqual([
      ["south", "2025-02-01", 1, 1],
      ["north", "2025-02-15", 2, 0],
      ["done", "2025-01-01", 0, 1],
    ]);
  });
});

describe("a mail", () => {
  const facts: LetterFacts = {
    kind: "asked",
    organisation: "Aleris",
    name: "Anne\r\nBcc: everybody@example.com",
    year: 2024,
    due: "15. februar 2025",
    message: "Husk bilag.",
    sender: "Bo",
    open: 3,
    link: "https://esg.example.dk/aleris/tasks",
  };
  const say = (key: string, values: Record<string, string | number>) => `${key} ${values.name} ${values.organisation}`;

  it("says why, what was said, and where to go; a name adds no line to its head", () => {
    const { subject, text } = letterText(facts, say);
    expect(subject).toBe("subject.asked Anne Bcc: everybody@example.com Aleris");
    expect(text).toContain("\n\nHusk bilag.\n\n");
    expect(text).toContain(facts.link);
    expect(letterText({ ...facts, kind: "late" }, say).text).not.toContain("Husk bilag");
  });
});
