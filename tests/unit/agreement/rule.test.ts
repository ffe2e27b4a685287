import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lacksOf, type RuledCommitment } from "@/lib/agreement/rule/model";

const own = (more: Partial<RuledCommitment> = {}): RuledCommitment => ({
  trackId: "circular",
  isRequired: false,
  responsible: "Driftsleder",
  measure: "milestones",
  milestones: 1,
  ...more,
});
const rules = [{ trackId: "circular", minimumOwn: 3 }];

describe("the rules of a period", () => {
  it("miss the third own commitment", () => {
    expect(lacksOf(rules, [own(), own(), own({ isRequired: true })], 0)).toEqual([
      { code: "tooFewOwn", trackId: "circular", own: 2, minimum: 3 },
    ]);
  });

  it("miss whom and what nobody named, and what nobody decided", () => {
    const bare = own({ responsible: " ", milestones: 0 });
    expect(lacksOf(rules, [own(), own(), bare], 2)).toEqual([
      { code: "nobodyResponsible", trackId: "circular", count: 1 },
      { code: "notMeasured", trackId: "circular", count: 1 },
      { code: "undecided", count: 2 },
    ]);
  });

  it("take a KPI for a measure without milestones", () => {
    expect(lacksOf([], [own({ measure: "kpi", milestones: 0 })], 0)).toEqual([]);
  });

  it("hold of a track without commitments too", () => {
    expect(lacksOf([{ trackId: "social", minimumOwn: 1 }], [], 0)).toEqual([
      { code: "tooFewOwn", trackId: "social", own: 0, minimum: 1 },
    ]);
  });

  it("are met exactly from the minimum on, and never by requirements", () => {
    fc.assert(
      fc.property(fc.nat(6), fc.nat(6), fc.nat(6), (minimumOwn, count, required) => {
        const list = [
          ...Array.from({ length: count }, () => own()),
          ...Array.from({ length: required }, () => own({ isRequired: true })),
        ];
        expect(lacksOf([{ trackId: "circular", minimumOwn }], list, 0).length).toBe(count < minimumOwn ? 1 : 0);
      }),
    );
  });
});
