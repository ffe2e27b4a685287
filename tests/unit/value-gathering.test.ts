import fc from "fast-check";
import { expect, it } from "vitest";
import { togetherOf } from "@/lib/value/gathering/model";

const block = (...kpis: string[]) => ({
  cells: kpis.map((kpiId) => ({ kpiId, orgUnitId: "north", year: 2024 })),
});

it("blocks go together in the order they came, up to the first that names a cell of another", () => {
  expect(togetherOf([])).toBe(0);
  expect(togetherOf([block("a"), block("b"), block("c")])).toBe(3);
  expect(togetherOf([block("a"), block("b"), block("a"), block("c")])).toBe(2);
});

it("a large block goes alone, and never waits for ever", () => {
  const large = block(...Array.from({ length: 5_000 }, (_, at) => `large-${at}`));
  expect(togetherOf([large, block("a")])).toBe(1);
  expect(togetherOf([block("a"), large])).toBe(1);
});

it("whatever waits, at least one goes and no cell is named twice", () => {
  const names = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(names, { minLength: 1, maxLength: 8 }), (waiting) => {
      const count = togetherOf(waiting.map((one) => block(...one)));
      const named = waiting.slice(0, count).flat();
      expect(count).toBeGreaterThan(0);
      expect(new Set(named).size).toBe(named.length);
      const next = waiting[count];
      if (next) expect(next.some((name) => named.includes(name))).toBe(true);
    }),
  );
});
