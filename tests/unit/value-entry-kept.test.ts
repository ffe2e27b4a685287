import { describe, expect, it } from "vitest";
import type { KeptDraft } from "@/components/entry/sheet-state";
import { stateOf } from "@/lib/value/draft/model";
import { savingOf } from "@/lib/value/saving/model";
import { emptyContent } from "@/lib/value/model";
import { at, sheetPage } from "./value-sheet";

const { page, make, settle } = sheetPage();

describe("what a sheet could not save", () => {
  it("a lost connection keeps everything and tries again", async () => {
    const sheet = make();
    page.answers = [() => Promise.reject(new Error("offline")), async () => ({ failed: "retrying" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    expect(sheet.get()).toMatchObject({
      connection: "retrying",
      cells: { [at("a")]: { want: { amount: "1" }, sending: null } },
    });
    await settle();
    await settle();
    expect(page.blocks).toHaveLength(3);
    expect(sheet.get().connection).toBe("ok");
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("saved");
  });

  it("an ended session is not hammered; signing in again sends what waits", async () => {
    const sheet = make();
    page.answers = [async () => ({ failed: "signedOut" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(page.blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("signedOut");
    sheet.retry();
    await settle();
    expect(sheet.get()).toMatchObject({ connection: "ok", cells: { [at("a")]: { version: 1 } } });
  });

  it("what the server will not take is not sent again and again, and not lost", async () => {
    const sheet = make();
    page.answers = [async () => ({ failed: "denied" })];
    sheet.edit([{ id: at("a"), column: "figure", text: "1" }]);
    await settle();
    await settle();
    expect(page.blocks).toHaveLength(1);
    expect(sheet.get().connection).toBe("denied");
    expect(page.kept).toMatchObject({ [at("a")]: { want: { amount: "1" } } });
  });

  it("a year that was closed meanwhile locks the draft: page.kept, said, not sent again by this page, sent by the next", async () => {
    const sheet = make();
    page.answers = [async () => ({ outcomes: [{ outcome: "refused", code: "periodClosed" }] })];
    sheet.edit([{ id: at("a"), column: "figure", text: "7,9" }]);
    await settle();
    expect(stateOf(sheet.get().cells[at("a")]!)).toBe("locked");
    expect(savingOf(Object.values(sheet.get().cells), "ok")).toEqual({ saving: "locked", onTheWay: 0, unsaved: 1 });
    sheet.retry();
    await settle();
    expect(page.blocks).toHaveLength(1);
    expect(page.kept).toMatchObject({ [at("a")]: { want: { amount: "7.9" } } });
    const next = make();
    next.restore(page.kept);
    await settle();
    expect(page.blocks.at(-1)).toMatchObject([{ kpiId: "a", amount: "7.9" }]);
    expect(stateOf(next.get().cells[at("a")]!)).toBe("saved");
  });

  it("drafts go in the order they were typed, also after a crash", async () => {
    const first = make();
    page.answers = [() => new Promise(() => {})];
    for (const kpiId of ["c", "a", "b"]) first.edit([{ id: at(kpiId), column: "figure", text: "5" }]);
    await settle();
    expect(page.blocks[0]!.map(({ kpiId }) => kpiId)).toEqual(["c", "a", "b"]);
    expect(Object.keys(page.kept)).toEqual(["c", "a", "b"].map(at));
    const second = make();
    second.restore(JSON.parse(JSON.stringify(page.kept)) as Record<string, KeptDraft>);
    await settle();
    expect(page.blocks.at(-1)!.map(({ kpiId }) => kpiId)).toEqual(["c", "a", "b"]);
  });

  it("drafts of a page that crashed are sent with the version they were typed over; what was half typed is not", async () => {
    const first = make();
    page.answers = [() => new Promise(() => {})];
    first.edit([
      { id: at("a"), column: "figure", text: "5" },
      { id: at("b"), column: "figure", text: "abc" },
    ]);
    first.typing({ id: at("c"), column: "figure", text: "12" });
    const left = JSON.parse(JSON.stringify(page.kept)) as Record<string, KeptDraft>;
    const second = make();
    page.answers = [];
    second.restore(left);
    await settle();
    expect(page.blocks.at(-1)).toMatchObject([{ kpiId: "a", amount: "5", seen: 0 }]);
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
    page.kept = { [at("a")]: none };
    sheet.restore({ [at("a")]: { ...none, want: { ...emptyContent } }, gone: none });
    expect(page.kept).toEqual({});
    expect(sheet.get().restored).toBe(0);
  });
});
