import { describe, expect, it } from "vitest";
import type { Answer } from "@/components/entry/sheet-state";
import { contentNow, stateOf } from "@/lib/value/draft/model";
import { keptMine, tookTheirs } from "@/lib/value/settlement/choice/model";
import { at, saved, sheetPage, theirs } from "./value-sheet";

const { page, make, settle } = sheetPage();

describe("a sheet saves itself", () => {
  it("what one keystroke or paste brought in one block, what was refused not at all", async () => {
    const sheet = make();
    sheet.edit([
      { id: at("a"), column: "figure", text: "1.186" },
      { id: at("b"), column: "figure", text: "1.2.3" },
      { id: at("c"), column: "figure", text: "n/a" },
      { id: at("a"), column: "source", text: "meter" },
    ]);
    expect(page.kept).toMatchObject({
      [at("a")]: { want: { amount: "1186" } },
      [at("b")]: { refused: { text: "1.2.3" } },
    });
    await settle();
    expect(page.blocks).toMatchObject([
      [
        { kpiId: "a", seen: 0, amount: "1186", source: "meter" },
        { kpiId: "c", status: "notApplicable" },
      ],
    ]);
    expect(["a", "b", "c"].map((id) => stateOf(sheet.get().cells[at(id)]!))).toEqual(["saved", "refused", "saved"]);
    expect(sheet.get().savedAt).toBe("2025-01-15T09:42:07.000Z");
    expect(Object.keys(page.kept)).toEqual([at("b")]);
    expect(sheet.hasUnstored()).toBe(true);
  });

  it("one block at a time, and what was typed meanwhile with the version that came back", async () => {
    const sheet = make();
    let answer!: (answer: Answer) => void;
    page.answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    sheet.edit([{ id: at("b"), column: "figure", text: "3" }]);
    await settle();
    expect(page.blocks).toHaveLength(1);
    answer(saved(page.blocks[0]!));
    await settle();
    expect(page.blocks.slice(1)).toMatchObject([
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
    expect(page.blocks).toHaveLength(1);
    let answer!: (answer: Answer) => void;
    page.answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    await settle();
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    answer(saved(page.blocks[1]!));
    await settle();
    expect(page.blocks[2]).toMatchObject([{ amount: "1", seen: 2 }]);
  });

  it.each(["mine", "theirs"])("a conflict waits for a choice: %s", async (choice) => {
    const sheet = make();
    page.answers = [async () => ({ outcomes: [{ outcome: "conflict", stored: theirs }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,92" }]);
    await settle();
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("conflict");
    expect(contentNow(sheet.get().cells[at("a")]!).amount).toBe("7.92");
    sheet.retry();
    await settle();
    expect(page.blocks).toHaveLength(1);
    sheet.choose(at("a"), choice === "mine" ? keptMine : tookTheirs);
    await settle();
    expect(page.blocks.slice(1)).toMatchObject(choice === "mine" ? [[{ amount: "7.92", seen: 4 }]] : []);
    expect(sheet.get().cells[at("a")]).toMatchObject({
      want: null,
      saved: { amount: choice === "mine" ? "7.92" : "7.29" },
      version: choice === "mine" ? 5 : 4,
    });
  });

  it("a refusal by the server leaves what was typed on the screen", async () => {
    const sheet = make();
    page.answers = [async () => ({ outcomes: [{ outcome: "refused", code: "aboveMaximum" }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,9" }]);
    await settle();
    expect(sheet.get().cells[at("a")]).toMatchObject({ want: null, refused: { text: "7,9", code: "aboveMaximum" } });
    sheet.discard(at("a"));
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("missing");
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

  it("an answer to a question waits until its figure is stored, and is no longer said of the next figure", async () => {
    const sheet = make();
    let answer!: (answer: Answer) => void;
    page.answers = [() => new Promise((done) => (answer = done))];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    sheet.confirm(at("a"), "change", "new boiler");
    await settle();
    expect(page.confirmed).toEqual([]);
    expect(page.kept).toMatchObject({ [at("a")]: { answer: { comment: "new boiler" } } });
    answer(saved(page.blocks[0]!));
    await settle();
    expect(page.confirmed).toEqual([{ kpiId: "a", year: 2024, version: 1, code: "change", comment: "new boiler" }]);
    expect(sheet.get().cells[at("a")]).toMatchObject({ answer: null, confirmed: [{ code: "change" }] });
    expect(sheet.hasUnstored()).toBe(false);
    sheet.edit([{ id: at("a"), column: "source", text: "meter" }]);
    expect(sheet.get().cells[at("a")]!.confirmed).toHaveLength(1);
    sheet.edit([{ id: at("a"), column: "figure", text: "2" }]);
    expect(sheet.get().cells[at("a")]!.confirmed).toEqual([]);
  });
});
