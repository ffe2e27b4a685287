import fc from "fast-check";
import { expect, test } from "vitest";
import { anchorOf, placed, stepped, takes } from "@/lib/report/composition/model";

const order = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 12 });

test("a step changes places with the neighbour, and nobody moves at the end", () => {
  expect(stepped(["a", "b", "c"], "b", "up")).toEqual(["b", "a", "c"]);
  expect(stepped(["a", "b", "c"], "b", "down")).toEqual(["a", "c", "b"]);
  expect(stepped(["a", "b"], "a", "up")).toEqual(["a", "b"]);
  expect(stepped(["a", "b"], "b", "down")).toEqual(["a", "b"]);
  expect(stepped(["a", "b"], "x", "down")).toEqual(["a", "b"]);
});

test("up and down again is as it was, and nothing is lost on the way", () => {
  fc.assert(
    fc.property(order, fc.nat(), (ids, at) => {
      const id = ids[at % ids.length]!;
      const up = stepped(ids, id, "up");
      expect(up.toSorted()).toEqual(ids.toSorted());
      if (ids[0] !== id) expect(stepped(up, id, "down")).toEqual(ids);
    }),
  );
});

test("what is placed stands behind what it was placed behind, else at the end, once", () => {
  fc.assert(
    fc.property(order, fc.nat(), fc.boolean(), (ids, at, isNew) => {
      const after = ids[at % ids.length]!;
      const id = isNew ? ids.join("") + "new" : ids[0]!;
      if (id === after) return;
      const next = placed(ids, id, after);
      expect(next.indexOf(id)).toBe(next.indexOf(after) + 1);
      expect(new Set(next).size).toBe(next.length);
      expect(placed(ids, id, null).at(-1)).toBe(id);
    }),
  );
});

test("an anchor is what addresses take, and nobody else's", () => {
  expect(anchorOf("Vores læger", [])).toBe("section-vores-laeger");
  expect(anchorOf("Vores læger", ["section-vores-laeger"])).toBe("section-vores-laeger-2");
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (title) => {
      const first = anchorOf(title, []);
      expect(first).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(anchorOf(title, [first])).not.toBe(first);
    }),
  );
});

test("a cover holds key figures only", () => {
  expect([takes("cover", "keyFacts"), takes("cover", "text"), takes("contents", "text")]).toEqual([true, false, true]);
  expect(takes("appendix", "chart")).toBe(true);
});
