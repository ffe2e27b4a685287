import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mostSteps, noHistory, recorded, redone, undone, type History } from "@/lib/value/history/model";

/** Does and takes back with a history, on a value: what a sheet does with its cells. */
function run(acts: readonly ("undo" | "redo" | number)[]) {
  let history: History<{ before: number; after: number }> = noHistory;
  let value = 0;
  const values = [value];
  for (const act of acts) {
    if (typeof act === "number") {
      history = recorded(history, { before: value, after: act });
      value = act;
    } else {
      const moved = act === "undo" ? undone(history) : redone(history);
      if (moved) [history, value] = [moved.history, moved.step[act === "undo" ? "before" : "after"]];
    }
    values.push(value);
  }
  return { history, value, values };
}

describe("a sheet's history", () => {
  it("takes back and does again any number of steps, to the letter", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), fc.nat(60), (typed, times) => {
        const back = Array<"undo">(times).fill("undo");
        const again = Array<"redo">(times).fill("redo");
        expect(run([...typed, ...back, ...again]).value).toBe(run(typed).value);
        expect(run([...typed, ...back]).value).toBe(run(typed.slice(0, Math.max(0, typed.length - times))).value);
      }),
    );
  });

  it("keeps a hundred steps, and forgets what was taken back once something else is done", () => {
    const { history } = run(Array.from({ length: 130 }, (_, index) => index + 1));
    expect(history.past).toHaveLength(mostSteps);
    expect(history.past[0]).toEqual({ before: 30, after: 31 });
    expect(redone(run([1, 2, "undo", 3]).history)).toBeNull();
    expect(undone(noHistory)).toBeNull();
  });
});
