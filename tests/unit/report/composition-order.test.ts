import fc from "fast-check";
import { expect, test } from "vitest";
import { placedBefore } from "@/lib/report/composition/model";
import {
  changesBetween,
  isSameOrder,
  newIn,
  orderBefore,
  orderOf,
  ownOf,
  type Order,
} from "@/lib/report/composition/order/model";

const order = (sections: Record<string, string[]>, ...hidden: string[]): Order => ({
  sections: Object.entries(sections).map(([code, blocks]) => ({ code, blocks })),
  hidden,
});

/** Any order of sections A–D with blocks a–h, some of them hidden, some not there. */
const anyOrder = fc
  .record({
    codes: fc.shuffledSubarray(["A", "B", "C", "D"], { minLength: 1 }),
    blocks: fc.shuffledSubarray([..."abcdefgh"]),
    at: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    hidden: fc.subarray(["A", "B", "C", "D", ..."abcdefgh"]),
  })
  .map(({ codes, blocks, at, hidden }): Order => {
    const sections = codes.map((code, index) => ({
      code,
      blocks: blocks.filter((_, block) => at[block]! % codes.length === index),
    }));
    const there = sections.flatMap((section) => [section.code, ...section.blocks]);
    return { sections, hidden: hidden.filter((part) => there.includes(part)) };
  });

test("what is placed before another stands there, once; before nothing it stands last", () => {
  expect(placedBefore(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
  expect(placedBefore(["a", "b", "c"], "a", "c")).toEqual(["b", "a", "c"]);
  expect(placedBefore(["a", "b"], "x", "b")).toEqual(["a", "x", "b"]);
  expect(placedBefore(["a", "b"], "a", null)).toEqual(["b", "a"]);
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.nat(), fc.nat(), (ids, one, other) => {
      const [id, before] = [ids[one % ids.length]!, ids[other % ids.length]!];
      if (id === before) return;
      const next = placedBefore(ids, id, before);
      expect(next.indexOf(before)).toBe(next.indexOf(id) + 1);
      expect(next.toSorted()).toEqual(ids.toSorted());
    }),
  );
});

test("what was moved, hidden and removed is as before; what came since stays behind what it stands behind", () => {
  const before = order({ A: ["a", "b"], B: ["c"] }, "c");
  expect(orderBefore(order({ B: ["c", "a"], A: ["b"] }), before, [])).toEqual(before);
  expect(orderBefore(order({ A: ["a", "new", "b"], N: ["n"], B: [] }), before, [])).toEqual(
    order({ A: ["a", "new", "b"], N: ["n"], B: ["c"] }, "c"),
  );
  expect(orderBefore(order({ A: ["new", "b"] }, "new"), before, [])).toEqual(
    order({ A: ["new", "a", "b"], B: ["c"] }, "c", "new"),
  );
});

test("what the act itself brought goes, be it a block or a section with its blocks", () => {
  const before = order({ A: ["a"], B: ["b"] });
  expect(orderBefore(order({ A: ["a", "copy"], B: ["b"] }), before, ["copy"])).toEqual(before);
  expect(orderBefore(order({ A: ["a"], copy: ["c"], B: ["b"] }, "c"), before, ["copy"])).toEqual(before);
  expect(ownOf("report.block.duplicate", { blockId: "copy" })).toEqual(["copy"]);
  expect(ownOf("report.section.add", { about: "section-new" })).toEqual(["section-new"]);
  expect(ownOf("report.block.move", { blockId: "a" })).toEqual([]);
  expect(ownOf("report.order.restore", { brought: ["a", "b"] })).toEqual(["a", "b"]);
  expect(newIn(order({ A: ["a", "c"], C: [] }), before)).toEqual(["c", "C"]);
});

test("of any two orders, going back loses no part, doubles none, and is there once it is done", () => {
  fc.assert(
    fc.property(anyOrder, anyOrder, (now, before) => {
      const then = orderBefore(now, before, []);
      const parts = then.sections.flatMap(({ code, blocks }) => [code, ...blocks]);
      expect(new Set(parts).size).toBe(parts.length);
      for (const { code, blocks } of [...before.sections, ...now.sections])
        for (const part of [code, ...blocks]) expect(parts).toContain(part);
      const known = new Set(before.sections.flatMap(({ code, blocks }) => [code, ...blocks]));
      for (const { code, blocks } of before.sections) {
        const restored = then.sections.find((section) => section.code === code)!;
        expect(restored.blocks.filter((id) => known.has(id))).toEqual(blocks);
      }
      expect(isSameOrder(orderBefore(then, before, []), then)).toBe(true);
      expect(changesBetween(then, then)).toEqual([]);
    }),
  );
});

test("each block that goes elsewhere or out of sight is told with its act, not those that go with their section", () => {
  const now = order({ A: ["a", "b", "c", "d"], B: ["e"], C: ["f"] }, "d");
  const then = order({ B: ["a", "e", "x"], A: ["c", "d"], D: ["g"] }, "c");
  expect(changesBetween(now, then).toSorted((one, other) => one.id.localeCompare(other.id))).toEqual([
    { id: "a", act: "move" },
    { id: "b", act: "remove" },
    { id: "c", act: "hide" },
    { id: "d", act: "show" },
    { id: "x", act: "restore" },
  ]);
});

test("the order of a report as its editor sees it, hidden sections and blocks among it", () => {
  const block = (id: string, isHidden = false) => ({ id, isHidden });
  const sections = [
    { code: "B", isHidden: true, blocks: [block("b"), block("a", true)] },
    { code: "A", isHidden: false, blocks: [] },
  ];
  expect(orderOf(sections)).toEqual(order({ B: ["b", "a"], A: [] }, "B", "a"));
});
