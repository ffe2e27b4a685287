import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createTexts, type Answer, type KeptTexts } from "@/components/report/text-store";

/** A form whose server answers what the test says, one answer a save. */
function formWith(...answers: Answer[]) {
  const sent: { values: object; seen: string }[] = [];
  let kept: KeptTexts | null = null;
  const store = createTexts({
    seen: "1",
    values: { da: "Hej", en: "Hello" },
    send: async (values, seen) => {
      sent.push({ values, seen });
      return answers.shift() ?? { outcome: "saved", seen: String(sent.length + 1) };
    },
    keep: (now) => void (kept = now),
  });
  return { store, sent, kept: () => kept };
}
const rest = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

describe("words on their way to the server", () => {
  it("are saved once after a pause, and kept until they are", async () => {
    const { store, sent, kept } = formWith();
    store.type("da", "Hej m");
    store.type("da", "Hej med dig");
    expect(store.get().status).toBe("unsaved");
    expect(kept()).toEqual({ seen: "1", values: { da: "Hej med dig", en: "Hello" } });
    await rest(1_400);
    expect(sent).toEqual([]);
    await rest(200);
    expect(sent).toEqual([{ values: { da: "Hej med dig", en: "Hello" }, seen: "1" }]);
    expect(store.get()).toMatchObject({ status: "saved", savedAt: 1_500 });
    expect(kept()).toBeNull();
    expect(store.hasUnstored()).toBe(false);
  });

  it("are saved at once when a field is left; nothing changed sends nothing", async () => {
    const { store, sent } = formWith();
    store.flush();
    await rest(5_000);
    expect(sent).toEqual([]);
    store.type("da", "Ny");
    store.flush();
    await rest(0);
    expect(sent).toHaveLength(1);
    store.type("en", "New");
    store.flush();
    await rest(0);
    expect(sent[1]).toEqual({ values: { da: "Ny", en: "New" }, seen: "2" });
  });

  it("typed while a save is on its way go with the next, and name what that one made", async () => {
    let answer = (_: Answer) => {};
    const sent: [string, string][] = [];
    const store = createTexts({
      ...{ seen: "1", values: { da: "" }, keep: () => {} },
      send: (values, seen) => (sent.push([values.da!, seen]), new Promise((done) => (answer = done))),
    });
    store.type("da", "a");
    store.flush();
    store.type("da", "ab");
    store.flush();
    expect(sent).toEqual([["a", "1"]]);
    answer({ outcome: "saved", seen: "2" });
    await rest(0);
    expect(store.get().status).toBe("unsaved");
    await rest(1_500);
    expect(sent[1]).toEqual(["ab", "2"]);
  });

  it("are tried again, later each time, until the connection is back", async () => {
    const { store, sent, kept } = formWith({ outcome: "retrying" }, { outcome: "retrying" });
    store.type("da", "Ny");
    store.flush();
    await rest(0);
    expect(store.get().status).toBe("retrying");
    expect(kept()?.values.da).toBe("Ny");
    await rest(1_000);
    expect(sent).toHaveLength(2);
    await rest(1_000);
    expect(sent).toHaveLength(2);
    store.retry();
    await rest(0);
    expect(store.get().status).toBe("saved");
    expect(kept()).toBeNull();
  });

  it("of two people are both shown; the ones that give way are laid aside and come back", async () => {
    const conflict: Answer = { outcome: "conflict", seen: "7", stored: { da: "Deres", en: "Theirs" } };
    const { store, sent } = formWith(conflict);
    store.type("da", "Mine");
    store.flush();
    await rest(0);
    expect(store.get()).toMatchObject({
      status: "conflict",
      conflict: { stored: { da: "Deres" } },
      values: { da: "Mine" },
    });
    await rest(60_000);
    expect(sent).toHaveLength(1);
    store.takeTheirs();
    expect(store.get()).toMatchObject({
      values: { da: "Deres", en: "Theirs" },
      aside: { da: "Mine" },
      status: "saved",
    });
    store.putBack();
    await rest(1_500);
    expect(sent[1]).toEqual({ values: { da: "Mine", en: "Hello" }, seen: "7" });
  });

  it("are no conflict where others changed something else than words", async () => {
    const { store, sent } = formWith({ outcome: "conflict", seen: "7", stored: { da: "Hej", en: "Hello" } });
    store.type("da", "Mine");
    store.flush();
    await rest(10);
    expect(sent.map(({ seen }) => seen)).toEqual(["1", "7"]);
    expect(store.get().status).toBe("saved");
  });

  it("can be kept against the other's, on top of them", async () => {
    const { store, sent } = formWith({ outcome: "conflict", seen: "7", stored: { da: "Deres", en: "Hello" } });
    store.type("da", "Mine");
    store.flush();
    await rest(0);
    store.keepMine();
    await rest(0);
    expect(sent[1]).toEqual({ values: { da: "Mine", en: "Hello" }, seen: "7" });
    expect(store.get()).toMatchObject({ status: "saved", conflict: null });
  });

  it("come back after a crash with what was seen then, and are saved", async () => {
    const { store, sent } = formWith();
    store.restore({ seen: "0", values: { da: "Fra før", en: "Hello" } });
    expect(store.get()).toMatchObject({ isRestored: true, values: { da: "Fra før" } });
    await rest(1_500);
    expect(sent).toEqual([{ values: { da: "Fra før", en: "Hello" }, seen: "0" }]);
    const same = formWith();
    same.store.restore({ seen: "0", values: { da: "Hej", en: "Hello" } });
    await rest(5_000);
    expect(same.sent).toEqual([]);
  });

  it("wait where the server will not have them, and go on when the password was given again", async () => {
    const { store, sent, kept } = formWith({ outcome: "refused", messages: ["Linje 3"] }, { outcome: "signedOut" });
    store.type("da", "{{x");
    store.flush();
    await rest(60_000);
    expect(store.get()).toMatchObject({ status: "refused", refused: ["Linje 3"] });
    expect(sent).toHaveLength(1);
    store.type("da", "x");
    await rest(1_500);
    expect(store.get().status).toBe("signedOut");
    expect(kept()?.values.da).toBe("x");
    // Leaving the field for the button that asks for the password sends nothing: the button stays where it is.
    store.leave();
    expect(store.get().status).toBe("signedOut");
    store.signedIn();
    await rest(0);
    expect(store.get().status).toBe("saved");
  });
});
