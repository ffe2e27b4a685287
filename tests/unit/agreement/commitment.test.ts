import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { standAfter } from "@/lib/commitment/follow-up/model";
import { readMilestones, typedMilestones } from "@/lib/commitment/milestone/model";
import { commitmentStatuses, dueOn, effectPercent, isLate, monthsOn } from "@/lib/commitment/model";
import { proposedDecision, rollDecisions, rolled } from "@/lib/commitment/rolling/model";

const period = { from: "2025-01-01", to: "2026-12-31", followUpMonths: 6 };

describe("what is late", () => {
  it.each([
    ["onTrack", "2025-06-30", "2025-07-01", true],
    ["onTrack", "2025-06-30", "2025-06-30", false],
    ["delayed", "2026-12-31", "2025-07-01", true],
    ["done", "2025-06-30", "2025-07-01", false],
    ["dropped", "2025-06-30", "2025-07-01", false],
  ] as const)("%s by %s is, on %s, late: %s", (status, deadline, day, late) =>
    expect(isLate({ status, deadline }, day)).toBe(late),
  );
});

describe("a follow-up falls due", () => {
  it("a number of months after the last, or after the beginning, and never after the period", () => {
    expect(dueOn({ status: "onTrack", followedUpOn: null }, period)).toBe("2025-07-01");
    expect(dueOn({ status: "onTrack", followedUpOn: "2025-08-31" }, period)).toBe("2026-02-28");
    expect(dueOn({ status: "onTrack", followedUpOn: "2026-11-01" }, period)).toBe("2026-12-31");
    expect(dueOn({ status: "done", followedUpOn: null }, period)).toBeNull();
    // What was said in the period before says nothing of this one.
    expect(dueOn({ status: "onTrack", followedUpOn: "2024-12-02" }, period)).toBe("2025-07-01");
  });

  it("in the month that many months on, at the latest on its last day", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true }),
        fc.integer({ min: 1, max: 24 }),
        (date, months) => {
          const day = date.toISOString().slice(0, 10);
          const next = monthsOn(day, months);
          const month = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
          expect(month(next) - month(day)).toBe(months);
          expect(Number(next.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)));
        },
      ),
    );
  });
});

describe("effects", () => {
  it("are held against what was expected", () => {
    expect(effectPercent({ expected: "-12", reported: "-9" })).toBe("75");
    expect(effectPercent({ expected: "0", reported: "1" })).toBeNull();
  });
});

describe("rolling forward", () => {
  const given = { text: "Kitler", responsible: "x", deadline: "2024-12-31", status: "onTrack" as const };

  it("carries on, changes, copies and ends", () => {
    expect(rolled("carryOn", given, period)).toMatchObject({
      origin: "carried",
      status: "onTrack",
      deadline: "2026-12-31",
    });
    expect(rolled("change", given, period)).toMatchObject({ origin: "changed", status: "onTrack" });
    expect(rolled("copy", given, period)).toMatchObject({
      origin: "copied",
      status: "notStarted",
      deadline: "2026-12-31",
    });
    expect(rolled("end", given, period)).toBeNull();
    expect(rolled("carryOn", { ...given, deadline: "2025-06-30" }, period)!.deadline).toBe("2025-06-30");
  });

  it("never begins with something done, late before its time, or dropped", () => {
    fc.assert(
      fc.property(fc.constantFrom(...rollDecisions), fc.constantFrom(...commitmentStatuses), (decision, status) => {
        const next = rolled(decision, { ...given, status }, period);
        expect(next === null).toBe(decision === "end");
        expect(["done", "dropped"]).not.toContain(next?.status);
        expect((next?.deadline ?? period.to) >= period.from).toBe(true);
      }),
    );
  });

  it("proposes to end what is done, and to go on with what runs", () => {
    expect(commitmentStatuses.map(proposedDecision)).toEqual(["change", "carryOn", "carryOn", "end", "end"]);
  });
});

describe("milestones", () => {
  it("are read in Danish and ISO days, and typed back", () => {
    const read = readMilestones("30.06.2025 Aftale indgået\n\n2026-1-1 x");
    expect(read).toEqual({ ok: false, line: 3 });
    const good = readMilestones("1.6.2025 – Aftale indgået\n2026-02-28: Evalueret");
    expect(good).toEqual({
      ok: true,
      milestones: [
        { text: "Aftale indgået", dueOn: "2025-06-01" },
        { text: "Evalueret", dueOn: "2026-02-28" },
      ],
    });
    if (good.ok) expect(readMilestones(typedMilestones(good.milestones))).toEqual(good);
    expect(readMilestones("31.02.2025 Findes ikke")).toEqual({ ok: false, line: 1 });
  });
});

describe("follow-ups", () => {
  it("leave a commitment as the newest day says; an effect stays until another is reported", () => {
    expect(
      standAfter([
        { onDay: "2025-06-01", status: "onTrack", effect: "-4" },
        { onDay: "2026-01-01", status: "done", effect: null },
        { onDay: "2025-09-01", status: "delayed", effect: "-6" },
      ]),
    ).toEqual({ status: "done", followedUpOn: "2026-01-01", reportedEffect: "-6" });
    expect(standAfter([]).status).toBe("notStarted");
  });
});
