import { describe, expect, it } from "vitest";
import { statusSaid } from "@/components/entry/cell-text";
import { entryWords } from "@/components/entry/entry-words";
import { effectsOf, type Going } from "@/components/entry/paste-effect";
import { takePasted, type Taken } from "@/components/entry/take-pasted";
import type { CellView, RowView, SheetView } from "@/components/entry/view";
import type { Locale } from "@/lib/language/model";
import { loaded, type Column, type DraftCell } from "@/lib/value/draft/model";
import { emptyContent, type StoredCell } from "@/lib/value/model";
import { readStatus } from "@/lib/value/reading/model";

const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: null, maximum: null, isSigned: false };
const cellOf = (code: string, more: Partial<CellView> = {}) =>
  ({
    id: `${code} 2024`,
    year: 2024,
    kind: "asked",
    isEntered: true,
    formula: null,
    decimals: null,
    rule,
    lastYear: null,
    partOf: [],
    cell: null,
    confirmed: [],
    worked: { text: "", title: "", lacks: [], coverage: "" },
    ...more,
  }) as unknown as CellView;
const rowOf = (code: string, cell: CellView) =>
  ({ code, kpiId: code, name: code, years: [cell] }) as unknown as RowView;
const heat = rowOf("heat", cellOf("heat"));
const total = rowOf(
  "total",
  cellOf("total", {
    kind: "calculated",
    isEntered: false,
    worked: { text: "520", title: "", lacks: [], coverage: "" },
  }),
);
const stored = { ...emptyContent, status: "reported", amount: "53", scale: 0, version: 1 } as StoredCell;

function pasted(
  texts: Partial<Record<Column, string>>,
  {
    row = heat,
    cell = null,
    locale = "da",
    unit = null,
  }: {
    row?: RowView;
    cell?: StoredCell | null;
    locale?: Locale;
    unit?: string | null;
  } = {},
) {
  const going = Object.entries(texts).map(([column, text]): Going => ({
    row,
    cell: row.years[0]!,
    column: column as Column,
    text,
    guess: null,
    unit,
  }));
  const cells: Record<string, DraftCell> = row === heat ? { "heat 2024": loaded(cell) } : {};
  return effectsOf(going, new Map([[row.code, row]]), cells, locale);
}
const outcomes = (...args: Parameters<typeof pasted>) => pasted(...args).effects.map(({ outcome }) => outcome);

describe("what a paste does to a cell", () => {
  it("a figure and a status that are both refused are both told", () => {
    const { effects, edits } = pasted({ figure: "ca. 72", status: "foreløbig" });
    expect(effects).toMatchObject([
      { outcome: "refused", after: "ca. 72", refused: { column: "figure" } },
      { outcome: "refused", after: "foreløbig", refused: { code: "unknownStatus" } },
    ]);
    expect(edits).toHaveLength(2);
  });

  it("a status that is taken leaves the figure refused that stands beside it", () => {
    expect(outcomes({ figure: "ca. 72", status: "opgjort" }, { cell: stored })).toEqual(["refused", "same"]);
  });

  it("beside a figure that is worked out nothing is compared: a blank agrees, words are left out", () => {
    expect(outcomes({ figure: "520", status: "", source: "", note: "" }, { row: total })).toEqual([
      "agrees",
      "same",
      "same",
      "same",
    ]);
    expect(outcomes({ figure: "521", note: "ord" }, { row: total })).toEqual(["differs", "locked"]);
  });

  it("an estimate that does not say what it rests on waits; one that does changes the cell", () => {
    expect(outcomes({ figure: "72", status: "skøn" })).toEqual(["waits", "waits"]);
    expect(outcomes({ figure: "72", status: "skøn", note: "måler ude af drift" })).toEqual([
      "changed",
      "changed",
      "changed",
    ]);
  });

  it.each([
    ["da", "GJ → MWh ÷ 3,6"],
    ["en", "GJ → MWh ÷ 3.6"],
  ] as const)("a factor is written as the language writes figures: %s", (locale, factor) => {
    expect(pasted({ figure: "72" }, { unit: "GJ", locale }).effects[0]).toMatchObject({ after: "20", factor });
  });
});

describe("one pasted cell", () => {
  const view = {
    columns: [{ kind: "name" }, { kind: "figure", at: 0 }, { kind: "status", at: 0 }],
    years: [{ reason: "" }],
    locale: "da",
    words: entryWords.da,
  } as unknown as SheetView;
  const paste = (text: string, column: number, row = heat) => {
    const said: string[] = [];
    const edits: { text: string }[] = [];
    const taken: Taken = {
      text,
      html: "",
      place: { row: 0, column },
      range: null,
      view,
      rows: [row],
      store: { edit: (typed) => void edits.push(...typed) },
      onPasted: () => said.push("preview"),
      onTold: (told) => said.push(told),
    };
    takePasted(taken);
    return { edits: edits.map(({ text }) => text), said };
  };

  it("is read as one of a block: a footnote mark is taken off, and that is told", () => {
    expect(paste("72 1)", 1)).toEqual({ edits: ["72"], said: ["fodnotemærke 1) er taget af"] });
    expect(paste("72", 1)).toEqual({ edits: ["72"], said: [] });
    expect(paste("skøn", 2)).toEqual({ edits: ["skøn"], said: [] });
    expect(paste("omkring 7", 1)).toEqual({ edits: ["omkring 7"], said: [] });
  });

  it("changes nothing where nothing is entered, and a block is shown first", () => {
    expect(paste("72", 1, total)).toEqual({ edits: [], said: [entryWords.da.state.notAskedHere] });
    expect(paste("72\t73", 1)).toEqual({ edits: [], said: ["preview"] });
  });
});

describe("a status in words", () => {
  it.each(["da", "en"] as const)("is read back in both languages, and so is what was copied before: %s", (locale) => {
    const { glyph } = entryWords[locale];
    for (const status of Object.keys(glyph)) {
      const word = statusSaid(status, entryWords[locale]);
      expect(word).not.toBe(status);
      for (const text of [word, status])
        expect(readStatus(text, stored)).toMatchObject({ ok: true, figure: { status } });
    }
    expect(statusSaid("foreløbig", entryWords[locale])).toBe("foreløbig");
  });
});
