import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNamed } from "@/lib/agreement/list/model";
import { listFilterSchema } from "@/lib/agreement/list/schema";
import { addressWith, linesOf, pageLinks, pageOf } from "@/lib/paging/model";

const lists = fc.record({ count: fc.nat(500), size: fc.integer({ min: 1, max: 60 }) });

describe("a list in pages", () => {
  it("shows every line once, in order, whatever its length", () => {
    fc.assert(
      fc.property(lists, ({ count, size }) => {
        const lines = Array.from({ length: count }, (_, at) => at);
        const { pages } = pageOf(count, 1, size);
        const shown = Array.from({ length: pages }, (_, at) => linesOf(lines, pageOf(count, at + 1, size)));
        expect(shown.flat()).toEqual(lines);
        expect(shown.every((page) => page.length <= size)).toBe(true);
        expect(count === 0 || shown.every((page) => page.length > 0)).toBe(true);
      }),
    );
  });

  it("answers a page there is not with the nearest", () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: -5, max: 10_000 }), ({ count, size }, asked) => {
        const { page, pages, first } = pageOf(count, asked, size);
        expect(page).toBe(Math.min(Math.max(asked, 1), pages));
        expect(first).toBe((page - 1) * size);
      }),
    );
  });

  it("links to its ends and to the pages around the one shown", () => {
    expect(pageLinks(pageOf(200, 5, 20))).toEqual([1, null, 4, 5, 6, null, 10]);
    expect(pageLinks(pageOf(60, 2, 20))).toEqual([1, 2, 3]);
    expect(pageLinks(pageOf(0, 1, 20))).toEqual([1]);
  });

  it("is an address that says only what narrows it", () => {
    expect(addressWith("/a", { unit: null, state: "", page: 1 })).toBe("/a");
    expect(addressWith("/a", { unit: "Århus & co", page: 2 })).toBe("/a?unit=%C3%85rhus+%26+co&page=2");
  });
});

describe("what narrows a list", () => {
  it("finds a name by a part of it, however it is written", () => {
    expect(isNamed("Aarhus Universitetshospital", "UNIVERSITET")).toBe(true);
    expect(isNamed("Øst 50 %", "øst 50 %")).toBe(true);
    expect(isNamed("Vest", "%")).toBe(false);
    expect(isNamed("Vest", null)).toBe(true);
  });

  it("is nothing where the address says nothing of the form", () => {
    expect(
      listFilterSchema.parse({ track: "../x", unit: "  ", state: "gone", status: ["a", "b"], page: "-3" }),
    ).toEqual({
      ...{ track: null, unit: null, state: null, status: null },
      page: 1,
    });
    expect(listFilterSchema.parse({ unit: " Nord ", status: "delayed", page: "4" })).toEqual({
      ...{ track: null, unit: "Nord", state: null, status: "delayed" },
      page: 4,
    });
  });
});
