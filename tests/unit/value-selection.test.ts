import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isWithin,
  nextOf,
  placeAfter,
  placesOf,
  rangeOf,
  sizeOf,
  type Key,
  type Shape,
} from "@/lib/value/selection/model";

const key = (name: string, held: Partial<Key> = {}): Key => ({
  key: name,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe("keys move as in a spreadsheet", () => {
  // The third row of four is calculated.
  const shape: Shape = { rows: 4, columns: 5, isEntered: (row, column) => row !== 2 && column > 0 };
  it.each([
    [key("ArrowDown"), [1, 1], [2, 1]],
    [key("ArrowDown"), [3, 1], [3, 1]],
    [key("ArrowUp"), [0, 2], [0, 2]],
    [key("ArrowLeft"), [1, 1], [1, 0]],
    [key("ArrowRight"), [1, 4], [1, 4]],
    [key("ArrowDown", { ctrlKey: true }), [0, 1], [3, 1]],
    [key("Home"), [2, 3], [2, 0]],
    [key("End"), [2, 1], [2, 4]],
    [key("Home", { ctrlKey: true }), [3, 4], [0, 0]],
    [key("End", { ctrlKey: true }), [0, 0], [3, 4]],
    [key("PageDown"), [0, 1], [3, 1]],
    [key("Enter"), [1, 1], [3, 1]],
    [key("Enter", { shiftKey: true }), [3, 1], [1, 1]],
    [key("Enter"), [3, 1], [3, 1]],
    [key("Tab"), [1, 1], [1, 2]],
    [key("Tab"), [1, 4], [3, 1]],
    [key("Tab", { shiftKey: true }), [3, 1], [1, 4]],
    [key("Tab"), [3, 4], null],
    [key("Tab", { shiftKey: true }), [0, 1], null],
    [key("a"), [0, 1], null],
  ])("%j at %j", (pressed, [row, column], to) => {
    expect(placeAfter(pressed, { row: row!, column: column! }, shape)).toEqual(to && { row: to[0], column: to[1] });
  });

  it("among several years, Tab and Enter pass over the closed ones", () => {
    const years: Shape = {
      rows: 2,
      columns: 4,
      isEntered: (row, column) => column === 1 || (row === 1 && column === 3),
    };
    expect(placeAfter(key("Tab"), { row: 0, column: 1 }, years)).toEqual({ row: 1, column: 1 });
    expect(placeAfter(key("Tab"), { row: 1, column: 1 }, years)).toEqual({ row: 1, column: 3 });
    expect(placeAfter(key("Enter"), { row: 0, column: 3 }, years)).toEqual({ row: 1, column: 3 });
  });

  it("the next problem is looked for onward and round", () => {
    const marked = [
      { row: 0, column: 1 },
      { row: 1, column: 2 },
      { row: 1, column: 3 },
    ];
    expect(nextOf(marked, { row: 1, column: 2 })).toBe(marked[2]);
    expect(nextOf(marked, { row: 0, column: 4 })).toBe(marked[1]);
    expect(nextOf(marked, { row: 1, column: 3 })).toBe(marked[0]);
    expect(nextOf(marked.slice(1, 2), marked[1]!)).toBe(marked[1]);
    expect(nextOf([], { row: 0, column: 1 })).toBeNull();
  });

  const places = fc.record({ row: fc.nat(30), column: fc.nat(8) });
  it("no key leads out of the grid", () => {
    const keys = [
      "ArrowUp",
      "ArrowDown",
      "ArrowLeft",
      "ArrowRight",
      "Home",
      "End",
      "PageUp",
      "PageDown",
      "Enter",
      "Tab",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), places, fc.boolean(), fc.boolean(), (name, place, ctrlKey, shiftKey) => {
        const grid: Shape = { rows: 31, columns: 9, isEntered: (row, column) => column > 0 && (row + column) % 3 > 0 };
        const to = placeAfter(key(name, { ctrlKey, shiftKey }), place, grid);
        if (to === null) return name === "Tab";
        return to.row >= 0 && to.row < 31 && to.column >= 0 && to.column < 9;
      }),
    );
  });

  it("a selection is the same from either corner, holds both, and is as large as it says", () => {
    fc.assert(
      fc.property(places, places, (one, other) => {
        const range = rangeOf(one, other);
        expect(rangeOf(other, one)).toEqual(range);
        expect(isWithin(range, one.row, one.column) && isWithin(range, other.row, other.column)).toBe(true);
        const { rows, columns } = sizeOf(range);
        const all = placesOf(range).flat();
        expect(all).toHaveLength(rows * columns);
        expect(all.every(({ row, column }) => isWithin(range, row, column))).toBe(true);
      }),
    );
  });
});
