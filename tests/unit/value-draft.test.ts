import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText } from "@/components/entry/cell-text";
import {
  broughtBack,
  columns,
  contentNow,
  discarded,
  edited,
  isSame,
  loaded,
  refusedIn,
  snapshot,
  stateOf,
  type Column,
  type DraftCell,
} from "@/lib/value/draft/model";
import { longestWords } from "@/lib/value/model";
import { at, sheetPage } from "./value-sheet";

const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: "0", maximum: null };
const type = (cell: DraftCell, ...typed: [Column, string][]) =>
  typed.reduce((now, [column, text]) => edited(now, column, text, rule, "da"), cell);
const texts = (cell: DraftCell) => columns.map((column) => refusedIn(cell, column)?.text ?? null);

describe("several refusals of one cell", () => {
  const both = type(loaded(null), ["figure", "ca. 72"], ["status", "foreløbig"]);

  it("stand side by side, the figure's first, and each goes by itself", () => {
    expect(texts(both)).toEqual(["ca. 72", "foreløbig", null, null]);
    expect([cellText(both, "figure", "da"), cellText(both, "status", "da")]).toEqual(["ca. 72", "foreløbig"]);
    expect(both.refused?.column).toBe("figure");
    expect(texts(type(loaded(null), ["status", "foreløbig"], ["figure", "ca. 72"]))).toEqual(texts(both));
    const corrected = type(both, ["figure", "72"]);
    expect(texts(corrected)).toEqual([null, "foreløbig", null, null]);
    expect(contentNow(corrected).amount).toBe("72");
    expect(texts(discarded(both))).toEqual([null, "foreløbig", null, null]);
    expect(discarded(discarded(both)).refused).toBeNull();
  });

  it("a status that a figure was needed for is taken with the figure", () => {
    const cell = type(loaded(null), ["figure", "ca. 72"], ["status", "skøn"], ["figure", "72"]);
    expect(cell.refused).toBeNull();
    expect(contentNow(cell)).toMatchObject({ status: "estimated", amount: "72" });
  });

  it("a figure that was refused stays when a status or words are taken, and goes with a cell that has none", () => {
    const cell = type(loaded(null), ["figure", "70"], ["figure", "ca. 72"]);
    expect(texts(type(cell, ["status", "opgjort"], ["source", "måler"]))).toEqual(["ca. 72", null, null, null]);
    expect(texts(type(cell, ["status", "afventer"]))).toEqual([null, null, null, null]);
    expect(texts(type(both, ["figure", ""]))).toEqual([null, null, null, null]);
  });

  it("are kept over a step back and a crash", () => {
    const one = discarded(both);
    expect(isSame(snapshot(both), snapshot(one))).toBe(false);
    expect(texts(broughtBack(one, snapshot(both)))).toEqual(texts(both));
    expect(texts(JSON.parse(JSON.stringify(both)) as DraftCell)).toEqual(texts(both));
  });

  it("what was typed last into any column is there: accepted, or as it was typed", () => {
    const refusals = { figure: "ca. 72", status: "foreløbig", source: "x".repeat(longestWords + 1) } as const;
    fc.assert(
      fc.property(fc.shuffledSubarray(Object.keys(refusals) as (keyof typeof refusals)[]), (order) => {
        const cell = type(loaded(null), ...order.map((column): [Column, string] => [column, refusals[column]]));
        for (const column of order) expect(cellText(cell, column, "da")).toBe(refusals[column]);
        expect(stateOf(cell)).toBe(order.length > 0 ? "refused" : "missing");
      }),
    );
  });
});

describe("what is being typed when the page goes", () => {
  const { page, make } = sheetPage();
  it("does not take the place of what was refused beside it", () => {
    const sheet = make();
    sheet.edit([{ id: at("a"), column: "figure", text: "ca. 72" }]);
    sheet.typing({ id: at("a"), column: "source", text: "mål" });
    expect(texts({ ...loaded(null), refused: page.kept[at("a")]!.refused })).toEqual(["ca. 72", null, "mål", null]);
  });
});
