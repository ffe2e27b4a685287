import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, KeptDraft, Sent, SentAnswer } from "@/components/entry/sheet-state";
import { createSheet } from "@/components/entry/store";
import { contentNow, stateOf } from "@/lib/value/draft/model";
import { savingOf } from "@/lib/value/saving/model";
import { emptyContent, type CellOutcome, type StoredCell } from "@/lib/value/model";

describe("a sheet saves itself", () => {
  const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: "0", maximum: null };
  /** The cell of a KPI in the year of the sheet. */
  const at = (kpiId: string) => `${kpiId} 2024`;
  let blocks: Sent[][];
  let answers: ((block: Sent[]) => Promise<Answer>)[];
  let kept: Record<string, KeptDraft>;
  let confirmed: SentAnswer[];
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
      cells: ["a", "b", "c"].map((kpiId) => ({ id: at(kpiId), cell: null, rule })),
      locale: "da",
      keep: (drafts) => (kept = drafts),
      confirm: async (all) => (confirmed.push(...all), { stored: all.map(() => ({ at: "2025-01-15T09:43:00.000Z" })) }),
      send: (block) => (blocks.push(block), (answers.shift() ?? (async (all) => saved(all)))(block)),
    });
  const settle = () => vi.runOnlyPendingTimersAsync();

  beforeEach(() => {
    vi.useFakeTimers();
    [blocks, answers, kept, confirmed] = [[], [], {}, []];
    return () => vi.useRealTimers();
  });

  it("what one keystroke or paste brought in one block, what was refused not at all", async () => {
    const sheet = make();
    sheet.edit([
      { id: at("a"), column: "figure", text: "1.186" },
      { id: at("b"), column: "figure", text: "1.2.3" },
      { id: at("c"), column: "figure", text: "n/a" },
      { id: at("a"), column: "source", text: "meter" },
    ]);
    expect(kept).toMatchObject({ [at("a")]: { want: { amount: "1186" } }, [at("b")]: { refused: { text: "1.2.3" } } });
    await settle();
    expect(blocks).toMatchObject([
      [
        { kpiId: "a", seen: 0, amount: "1186", source: "meter" },
        { kpiId: "c", status: "notApplicable" },
      ],
    ]);
    expect(["a", "b", "c"].map((id) => stateOf(sheet.get().cells[at(id)]!))).toEqual(["saved", "refused", "saved"]);
    expect(sheet.get().savedAt).toBe("2025-01-15T09:42:07.000Z");
    expect(Object.keys(kept)).toEqual([at("b")]);
    expect(sheet.hasUnstored()).toBe(true);
  });

  it("one block at a time, and what was typed meanwhile with the version that came back", async () => {
    const sheet = make();
    let answer!: (answer: Answer) => void;
    answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    sheet.edit([{ id: at("b"), column: "figure", text: "3" }]);
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
    expect(sheet.get().cells[at("a")]).toMatchObject({ version: 2, want: null, saved: { amount: "2" } });
  });

  it("typing back what is stored sends nothing; typing back during a save sends it again", async () => {
    const sheet = make();
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.edit([
      { id: at("a"), column: "figure", text: "2" },
      { id: at("a"), column: "figure", text: "1" },
    ]);
    await settle();
    expect(blocks).toHaveLength(1);
    let answer!: (answer: Answer) => void;
    answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    await settle();
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    answer(saved(blocks[1]!));
    await settle();
    expect(blocks[2]).toMatchObject([{ amount: "1", seen: 2 }]);
  });

  it("a lost connection keeps everything and tries again", async () => {
    const sheet = make();
    answers = [() => Promise.reject(new Error("offline")), async () => ({ failed: "retrying" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    expect(sheet.get()).toMatchObject({
      connection: "retrying",
      cells: { [at("a")]: { want: { amount: "1" }, sending: null } },
    });
    await settle();
    await settle();
    expect(blocks).toHaveLength(3);
    expect(sheet.get().connection).toBe("ok");
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("saved");
  });

  it("an ended session is not hammered; signing in again sends what waits", async () => {
    const sheet = make();
    answers = [async () => ({ failed: "signedOut" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("signedOut");
    sheet.retry();
    await settle();
    expect(sheet.get()).toMatchObject({ connection: "ok", cells: { [at("a")]: { version: 1 } } });
  });

  it("what the server will not take is not sent again and again, and not lost", async () => {
    const sheet = make();
    answers = [async () => ({ failed: "denied" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("denied");
    expect(kept).toMatchObject({ [at("a")]: { want: { amount: "1" } } });
  });

  it.each(["mine", "theirs"])("a conflict waits for a choice: %s", async (choice) => {
    const sheet = make();
    answers = [async () => ({ outcomes: [{ outcome: "conflict", stored: theirs }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,92" }]);
    await settle();
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("conflict");
    expect(contentNow(sheet.get().cells[at("a")]!).amount).toBe("7.92");
    sheet.retry();
    await settle();
    expect(blocks).toHaveLength(1);
    if (choice === "mine") sheet.keepMine(at("a"));
    else sheet.takeTheirs(at("a"));
    await settle();
    expect(blocks.slice(1)).toMatchObject(choice === "mine" ? [[{ amount: "7.92", seen: 4 }]] : []);
    expect(sheet.get().cells[at("a")]).toMatchObject({
      want: null,
      saved: { amount: choice === "mine" ? "7.92" : "7.29" },
      version: choice === "mine" ? 5 : 4,
    });
  });

  it("a refusal by the server leaves what was typed on the screen", async () => {
    const sheet = make();
    answers = [async () => ({ outcomes: [{ outcome: "refused", code: "aboveMaximum" }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,9" }]);
    await settle();
    expect(sheet.get().cells[at("a")]).toMatchObject({ want: null, refused: { text: "7,9", code: "aboveMaximum" } });
    sheet.discard(at("a"));
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("missing");
  });

  it("a year that was closed meanwhile locks the draft: kept, said, not sent again by this page, sent by the next", async () => {
    const sheet = make();
    answers = [async () => ({ outcomes: [{ outcome: "refused", code: "periodClosed" }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,9" }]);
    await settle();
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("locked");
    expect(savingOf(Object.values(sheet.get().cells), "ok")).toEqual({ saving: "locked", onTheWay: 0, unsaved: 1 });
    sheet.retry();
    await settle();
    expect(blocks).toHaveLength(1);
    expect(kept).toMatchObject({ [at("a")]: { want: { amount: "7.9" } } });
    const next = make();
    next.restore(kept);
    await settle();
    expect(blocks.at(-1)).toMatchObject([{ kpiId: "a", amount: "7.9" }]);
    expect(stateOf(next.get().cells[at("a")]!)).toBe("saved");
  });

  it("undo writes back what was stored, a paste is one step, and redo does it again", async () => {
    const sheet = make();
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.edit(["a", "b", "c"].map((kpiId) => ({ id: at(kpiId), column: "figure" as const, text: "1.2.3" })));
    sheet.edit(["a", "b", "c"].map((kpiId) => ({ id: at(kpiId), column: "figure" as const, text: "5" })));
    await settle();
    const amounts = () => ["a", "b", "c"].map((kpiId) => sheet.get().cells[at(kpiId)]!.saved.amount);
    expect(amounts()).toEqual(["5", "5", "5"]);
    expect(sheet.undo()).toHaveLength(3);
    expect(sheet.get().cells[at("b")]!.refused).toMatchObject({ text: "1.2.3" });
    sheet.undo();
    await settle();
    expect(amounts()).toEqual(["1", null, null]);
    expect(sheet.get().cells[at("b")]!.refused).toBeNull();
    sheet.redo();
    sheet.redo();
    await settle();
    expect(amounts()).toEqual(["5", "5", "5"]);
    expect(sheet.redo()).toBeNull();
    for (let step = 0; step < 3; step += 1) sheet.undo();
    expect(sheet.undo()).toBeNull();
    await settle();
    expect(amounts()).toEqual([null, null, null]);
    expect(sheet.hasUnstored()).toBe(false);
  });

  it("drafts go in the order they were typed, also after a crash", async () => {
    const first = make();
    answers = [() => new Promise(() => {})];
    for (const kpiId of ["c", "a", "b"]) first.edit([{ id: at(kpiId), column: "figure", text: "5" }]);
    await settle();
    expect(blocks[0]!.map(({ kpiId }) => kpiId)).toEqual(["c", "a", "b"]);
    expect(Object.keys(kept)).toEqual(["c", "a", "b"].map(at));
    const second = make();
    second.restore(JSON.parse(JSON.stringify(kept)) as Record<string, KeptDraft>);
    await settle();
    expect(blocks.at(-1)!.map(({ kpiId }) => kpiId)).toEqual(["c", "a", "b"]);
  });

  it("an answer to a question waits until its figure is stored, and is no longer said of the next figure", async () => {
    const sheet = make();
    let answer!: (answer: Answer) => void;
    answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.confirm(at("a"), "change", "new boiler");
    await settle();
    expect(confirmed).toEqual([]);
    expect(kept).toMatchObject({ [at("a")]: { answer: { comment: "new boiler" } } });
    answer(saved(blocks[0]!));
    await settle();
    expect(confirmed).toEqual([{ kpiId: "a", year: 2024, version: 1, code: "change", comment: "new boiler" }]);
    expect(sheet.get().cells[at("a")]).toMatchObject({ answer: null, confirmed: [{ code: "change" }] });
    expect(sheet.hasUnstored()).toBe(false);
    sheet.edit([{ id: at("a"), column: "source", text: "meter" }]);
    expect(sheet.get().cells[at("a")]!.confirmed).toHaveLength(1);
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    expect(sheet.get().cells[at("a")]!.confirmed).toEqual([]);
  });

  it("drafts of a page that crashed are sent with the version they were typed over; what was half typed is not", async () => {
    const first = make();
    answers = [() => new Promise(() => {})];
    first.edit([
      { id: at("a"), column: "figure", text: "5" },
      { id: at("b"), column: "figure", text: "abc" },
    ]);
    first.typing({ id: at("c"), column: "figure", text: "12" });
    const left = JSON.parse(JSON.stringify(kept)) as Record<string, KeptDraft>;
    const second = make();
    answers = [];
    second.restore(left);
    await settle();
    expect(blocks.at(-1)).toMatchObject([{ kpiId: "a", amount: "5", seen: 0 }]);
    expect(second.get()).toMatchObject({
      restored: 3,
      cells: {
        [at("b")]: { refused: { text: "abc" } },
        [at("c")]: { refused: { text: "12", code: "unfinished", suggestions: ["12"] } },
      },
    });
  });

  it("a draft that was stored after all is forgotten", () => {
    const sheet = make();
    const none = { version: 0, want: null, refused: null, answer: null, order: 1 };
    kept = { [at("a")]: none };
    sheet.restore({ [at("a")]: { ...none, want: { ...emptyContent } }, gone: none });
    expect(kept).toEqual({});
    expect(sheet.get().restored).toBe(0);
  });
});
