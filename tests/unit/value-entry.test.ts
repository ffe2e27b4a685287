import { beforeEach, describe, expect, it, vi } from "vitest";
import { editsOf, nextMarked, placeAfter, type Key } from "@/components/entry/moves";
import { createSheet, type Answer, type KeptDraft, type Sent } from "@/components/entry/store";
import { contentNow, stateOf } from "@/lib/value/draft/model";
import { emptyContent, type CellOutcome, type StoredCell } from "@/lib/value/model";

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
  const rows = [true, true, false, true];
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
    expect(placeAfter(pressed, { row: row!, column: column! }, rows)).toEqual(to && { row: to[0], column: to[1] });
  });

  it("the next problem is looked for onward and round", () => {
    expect(nextMarked(1, [true, true, false])).toBe(0);
    expect(nextMarked(0, [true, false, false])).toBe(0);
    expect(nextMarked(0, [false, false])).toBeNull();
  });

  it("a pasted block goes across and down, past what is not entered and over the edges", () => {
    const sheet = rows.map((isEntered, index) => ({ kpiId: `k${index}`, isEntered }));
    expect(
      editsOf([["1", "skøn", "måler", "note", "over"], ["2"], ["3"], ["4"], ["5"]], { row: 0, column: 1 }, sheet),
    ).toEqual({
      edits: [
        { kpiId: "k0", column: "figure", text: "1" },
        { kpiId: "k0", column: "status", text: "skøn" },
        { kpiId: "k0", column: "source", text: "måler" },
        { kpiId: "k0", column: "note", text: "note" },
        { kpiId: "k1", column: "figure", text: "2" },
        { kpiId: "k3", column: "figure", text: "4" },
      ],
      skipped: 3,
    });
  });
});

describe("a sheet saves itself", () => {
  const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: "0", maximum: null };
  let blocks: Sent[][];
  let answers: ((block: Sent[]) => Promise<Answer>)[];
  let kept: Record<string, KeptDraft>;
  const saved = (block: Sent[]): Answer => ({
    outcomes: block.map(({ seen }): CellOutcome => ({
      outcome: "saved",
      version: seen + 1,
      at: "2025-01-15T09:42:07.000Z",
    })),
  });
  const theirs: StoredCell = {
    ...emptyContent,
    status: "reported",
    amount: "7.29",
    scale: 2,
    version: 4,
    origin: "entered",
    isExample: false,
    by: "Controller",
    at: "2025-01-15T09:39:00.000Z",
  };
  const make = () =>
    createSheet({
      cells: ["a", "b", "c"].map((kpiId) => ({ kpiId, cell: null, rule })),
      locale: "da",
      keep: (drafts) => (kept = drafts),
      send: (block) => (blocks.push(block), (answers.shift() ?? (async (all) => saved(all)))(block)),
    });
  const settle = () => vi.runOnlyPendingTimersAsync();

  beforeEach(() => {
    vi.useFakeTimers();
    [blocks, answers, kept] = [[], [], {}];
    return () => vi.useRealTimers();
  });

  it("what one keystroke or paste brought in one block, what was refused not at all", async () => {
    const sheet = make();
    sheet.edit([
      { kpiId: "a", column: "figure", text: "1.186" },
      { kpiId: "b", column: "figure", text: "1.2.3" },
      { kpiId: "c", column: "figure", text: "n/a" },
      { kpiId: "a", column: "source", text: "meter" },
    ]);
    expect(kept).toMatchObject({ a: { want: { amount: "1186" } }, b: { refused: { text: "1.2.3" } } });
    await settle();
    expect(blocks).toMatchObject([
      [
        { kpiId: "a", seen: 0, amount: "1186", source: "meter" },
        { kpiId: "c", status: "notApplicable" },
      ],
    ]);
    expect(["a", "b", "c"].map((id) => stateOf(sheet.get().cells[id]!))).toEqual(["saved", "refused", "saved"]);
    expect(sheet.get().savedAt).toBe("2025-01-15T09:42:07.000Z");
    expect(Object.keys(kept)).toEqual(["b"]);
    expect(sheet.hasUnstored()).toBe(true);
  });

  it("one block at a time, and what was typed meanwhile with the version that came back", async () => {
    const sheet = make();
    let answer!: (answer: Answer) => void;
    answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    await settle();
    sheet.edit([{ kpiId: "a", column: "figure", text: "2" }]);
    sheet.edit([{ kpiId: "b", column: "figure", text: "3" }]);
    await settle();
    expect(blocks).toHaveLength(1);
    answer(saved(blocks[0]!));
    await settle();
    expect(blocks.slice(1)).toMatchObject([
      [
        { kpiId: "a", amount: "2", seen: 1 },
        { kpiId: "b", amount: "3", seen: 0 },
      ],
    ]);
    expect(sheet.get().cells.a).toMatchObject({ version: 2, want: null, saved: { amount: "2" } });
  });

  it("typing back what is stored sends nothing; typing back during a save sends it again", async () => {
    const sheet = make();
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    await settle();
    sheet.edit([
      { kpiId: "a", column: "figure", text: "2" },
      { kpiId: "a", column: "figure", text: "1" },
    ]);
    await settle();
    expect(blocks).toHaveLength(1);
    let answer!: (answer: Answer) => void;
    answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ kpiId: "a", column: "figure", text: "2" }]);
    await settle();
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    answer(saved(blocks[1]!));
    await settle();
    expect(blocks[2]).toMatchObject([{ amount: "1", seen: 2 }]);
  });

  it("a lost connection keeps everything and tries again", async () => {
    const sheet = make();
    answers = [() => Promise.reject(new Error("offline")), async () => ({ failed: "retrying" })];
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    await settle();
    expect(sheet.get()).toMatchObject({
      connection: "retrying",
      cells: { a: { want: { amount: "1" }, sending: null } },
    });
    await settle();
    await settle();
    expect(blocks).toHaveLength(3);
    expect(sheet.get().connection).toBe("ok");
    expect(stateOf(sheet.get().cells.a!)).toBe("saved");
  });

  it("an ended session is not hammered; signing in again sends what waits", async () => {
    const sheet = make();
    answers = [async () => ({ failed: "signedOut" })];
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("signedOut");
    sheet.retry();
    await settle();
    expect(sheet.get()).toMatchObject({ connection: "ok", cells: { a: { version: 1 } } });
  });

  it("what the server will not take is not sent again and again, and not lost", async () => {
    const sheet = make();
    answers = [async () => ({ failed: "denied" })];
    sheet.edit([{ kpiId: "a", column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("denied");
    expect(kept).toMatchObject({ a: { want: { amount: "1" } } });
  });

  it.each(["mine", "theirs"])("a conflict waits for a choice: %s", async (choice) => {
    const sheet = make();
    answers = [async () => ({ outcomes: [{ outcome: "conflict", stored: theirs }] })];
    sheet.edit([{ kpiId: "a", column: "figure", text: "7,92" }]);
    await settle();
    expect(stateOf(sheet.get().cells.a!)).toBe("conflict");
    expect(contentNow(sheet.get().cells.a!).amount).toBe("7.92");
    sheet.retry();
    await settle();
    expect(blocks).toHaveLength(1);
    if (choice === "mine") sheet.keepMine("a");
    else sheet.takeTheirs("a");
    await settle();
    expect(blocks.slice(1)).toMatchObject(choice === "mine" ? [[{ amount: "7.92", seen: 4 }]] : []);
    expect(sheet.get().cells.a).toMatchObject({
      want: null,
      saved: { amount: choice === "mine" ? "7.92" : "7.29" },
      version: choice === "mine" ? 5 : 4,
    });
  });

  it("a refusal by the server leaves what was typed on the screen", async () => {
    const sheet = make();
    answers = [async () => ({ outcomes: [{ outcome: "refused", code: "periodClosed" }] })];
    sheet.edit([{ kpiId: "a", column: "figure", text: "7,9" }]);
    await settle();
    expect(sheet.get().cells.a).toMatchObject({ want: null, refused: { text: "7,9", code: "periodClosed" } });
    sheet.discard("a");
    expect(stateOf(sheet.get().cells.a!)).toBe("missing");
  });

  it("drafts of a page that crashed are sent with the version they were typed over; what was half typed is not", async () => {
    const first = make();
    answers = [() => new Promise(() => {})];
    first.edit([
      { kpiId: "a", column: "figure", text: "5" },
      { kpiId: "b", column: "figure", text: "abc" },
    ]);
    first.typing({ kpiId: "c", column: "figure", text: "12" });
    const left = JSON.parse(JSON.stringify(kept)) as Record<string, KeptDraft>;
    const second = make();
    answers = [];
    second.restore(left);
    await settle();
    expect(blocks.at(-1)).toMatchObject([{ kpiId: "a", amount: "5", seen: 0 }]);
    expect(second.get()).toMatchObject({
      restored: 3,
      cells: {
        b: { refused: { text: "abc" } },
        c: { refused: { text: "12", code: "unfinished", suggestions: ["12"] } },
      },
    });
  });

  it("a draft that was stored after all is forgotten", () => {
    const sheet = make();
    kept = { a: { version: 0, want: null, refused: null } };
    sheet.restore({
      a: { version: 0, want: { ...emptyContent }, refused: null },
      gone: { version: 0, want: null, refused: null },
    });
    expect(kept).toEqual({});
    expect(sheet.get().restored).toBe(0);
  });
});
