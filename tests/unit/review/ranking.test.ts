import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupOf, inOrder, reviewGroups, type Standing } from "@/lib/review/model";
import { changeOf, median, peersOf, rankOf, scoreOf, type Candidate } from "@/lib/review/ranking/model";

type Likeness = Partial<Omit<Candidate, "peers">> & { peers?: number[] };
const like = ({ peers = [0.01, 0, -0.01, 0.02], ...more }: Likeness): Candidate => ({
  now: 100,
  before: [100, 100, 100, 100],
  tolerance: 25,
  peers: peersOf(peers),
  others: 900,
  ...more,
});
const amount = fc.double({ min: 0.001, max: 1e9, noNaN: true });

describe("the rank of a value", () => {
  it("puts ten times last year's before a modest rise, and a large org unit before a small one", () => {
    const tenfold = rankOf(like({ now: 1000 }));
    const modest = rankOf(like({ now: 140 }));
    const small = rankOf(like({ now: 10, before: [1, 1, 1, 1], others: 999 }));
    expect([tenfold.score > modest.score, tenfold.score > small.score]).toEqual([true, true]);
    expect(tenfold.deviation).toBeGreaterThan(5);
    expect(rankOf(like({})).deviation).toBeLessThan(1);
  });

  it("expects what the peers did: standing still among those that rose is unusual", () => {
    const risen = [0.5, 0.52, 0.48, 0.5];
    expect(rankOf(like({ peers: risen })).deviation).toBeGreaterThan(1);
    expect(rankOf(like({ now: 165, peers: risen })).deviation).toBeLessThan(1);
  });

  it("forgives what has always moved", () => {
    const restless = like({ now: 180, before: [100, 180, 100, 180, 100], peers: [] });
    expect(rankOf(restless).deviation).toBeLessThan(rankOf(like({ now: 180, peers: [] })).deviation);
  });

  it("is last for what has no year before", () => {
    expect(rankOf(like({ before: [null, 100] })).score).toBe(0);
    expect(rankOf(like({ before: [] })).score).toBe(0);
  });

  it("is finite and never negative, whatever the numbers", () => {
    // As the database keeps them: six decimals at most.
    const any = fc.integer().map((millionths) => millionths / 1e6);
    fc.assert(
      fc.property(
        any,
        fc.array(fc.option(any), { maxLength: 6 }),
        fc.double({ min: 0, max: 500, noNaN: true }),
        fc.array(fc.double({ min: -5, max: 5, noNaN: true })),
        fc.option(fc.double({ min: 0, max: 1e9, noNaN: true })),
        (now, before, tolerance, peers, others) => {
          const { deviation, impact, score } = rankOf({ now, before, tolerance, peers: peersOf(peers), others });
          for (const one of [deviation, impact, score]) expect(Number.isFinite(one) && one >= 0).toBe(true);
          expect(impact).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("rises with the distance from what was expected, all else the same", () => {
    fc.assert(
      fc.property(
        amount,
        fc.double({ min: 1, max: 50, noNaN: true }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (last, one, more) => {
          const at = (factor: number) =>
            rankOf(like({ now: last * factor, before: [last, last, last, last], peers: [], others: last * 9 })).score;
          expect(at(one * more)).toBeGreaterThanOrEqual(at(one) * (1 - 1e-9));
        },
      ),
    );
  });

  it("does not depend on the unit of measure", () => {
    fc.assert(
      fc.property(amount, amount, fc.constantFrom(0.001, 10, 1000), (now, last, unit) => {
        const [one, other] = [1, unit].map(
          (by) => rankOf(like({ now: now * by, before: [last * by], others: 5 * last * by })).score,
        );
        expect(other).toBeCloseTo(one!, 6);
      }),
    );
  });

  it("never ranks lower for moving more, or for being more unusual", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(amount, amount, share, share, (d1, d2, i1, i2) => {
        expect(scoreOf(Math.max(d1, d2), Math.max(i1, i2))).toBeGreaterThanOrEqual(
          scoreOf(Math.min(d1, d2), Math.min(i1, i2)),
        );
      }),
    );
  });
});

describe("a change", () => {
  it("is the same size in both directions, and 0 for the same", () => {
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        expect(changeOf(a, b)).toBeCloseTo(-changeOf(b, a), 9);
      }),
    );
    expect([changeOf(5, 5), changeOf(0, 0), changeOf(-3, -3)]).toEqual([0, 0, 0]);
    expect(changeOf(0, 5)).toBeLessThan(0);
    expect(changeOf(-5, 5)).toBeLessThan(changeOf(0, 5));
  });
});

it("the median is the middle one", () => {
  expect([median([]), median([3]), median([3, 1]), median([9, 1, 2])]).toEqual([null, 3, 2, 2]);
});

describe("where a value belongs", () => {
  const standing = (more: Partial<Standing>): Standing => ({
    state: "submitted",
    rank: { deviation: 0 },
    questions: 0,
    answered: 0,
    open: 0,
    hasComment: false,
    ...more,
  });
  it.each([
    [{}, "usual"],
    [{ hasComment: true }, "usual"],
    [{ questions: 1 }, "unexplained"],
    [{ questions: 2, answered: 1 }, "unexplained"],
    [{ questions: 1, answered: 1 }, "explained"],
    [{ questions: 1, hasComment: true }, "unexplained"],
    [{ rank: { deviation: 3 } }, "unexplained"],
    [{ rank: { deviation: 3 }, hasComment: true }, "explained"],
    [{ state: "returned" as const }, "waiting"],
    [{ questions: 1, open: 1 }, "waiting"],
    [{ rank: { deviation: 3 }, open: 2, hasComment: true }, "waiting"],
  ])("%j is %s", (more, group) => expect(groupOf(standing(more))).toBe(group));

  it("is in one group, and an order changes nothing but the order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ id: fc.nat(), rank: fc.record({ score: fc.double({ min: 0, max: 9, noNaN: true }) }) })),
        (items) => {
          const sorted = inOrder(items);
          expect(sorted).toHaveLength(items.length);
          expect(new Set(sorted)).toEqual(new Set(items));
          expect(sorted.every(({ rank }, at) => at === 0 || sorted[at - 1]!.rank.score >= rank.score)).toBe(true);
        },
      ),
    );
    expect(new Set(reviewGroups).size).toBe(4);
  });
});
