import { describe, expect, it } from "vitest";
import { keepLatest, keepWith, memo } from "@/lib/memo/model";

describe("a memo", () => {
  it("makes each result once, also for callers at the same time", async () => {
    const asked: string[] = [];
    const twice = memo(2, async (word: string) => (asked.push(word), word + word));
    expect(await Promise.all([twice("a"), twice("a"), twice("b")])).toEqual(["aa", "aa", "bb"]);
    expect(asked).toEqual(["a", "b"]);
  });

  it("keeps the latest only", async () => {
    const asked: string[] = [];
    const twice = memo(1, async (word: string) => (asked.push(word), word + word));
    for (const word of ["a", "b", "b", "a"]) await twice(word);
    expect(asked).toEqual(["a", "b", "a"]);
  });

  it("tells arguments apart that would join to the same text", async () => {
    const joined = memo(4, async (a: string, b: string) => `${a}|${b}`);
    expect([await joined("1 2", "3"), await joined("1", "2 3")]).toEqual(["1 2|3", "1|2 3"]);
  });

  it("forgets a failure", async () => {
    let fails = true;
    const answer = memo(1, async () => {
      if (fails) throw new Error("database down");
      return 42;
    });
    await expect(answer()).rejects.toThrow("database down");
    fails = false;
    expect(await answer()).toBe(42);
  });
});

it("keeps the things used last", () => {
  let made = 0;
  const thing = keepLatest<[name: string], { number: number }>(2, () => ({ number: ++made }));
  const [a, b] = [thing("a"), thing("b")];
  expect(thing("a")).toBe(a);
  thing("c");
  expect([thing("a") === a, thing("b") === b]).toEqual([true, false]);
});

describe("what is kept with an object", () => {
  it("is made once of each object and name", () => {
    const length = keepWith<string[], number>();
    const [one, other] = [["a"], ["a", "b"]];
    const made: string[] = [];
    const of = (words: string[], name: string) => length(words, name, () => (made.push(name), words.length));
    expect([of(one, "x"), of(one, "x"), of(one, "y"), of(other, "x")]).toEqual([1, 1, 1, 2]);
    expect(made).toEqual(["x", "y", "x"]);
  });

  it("is made again after a failure", async () => {
    const file = keepWith<object, Promise<string>>();
    const of = {};
    await expect(file(of, "csv", () => Promise.reject(new Error("full")))).rejects.toThrow("full");
    expect(await file(of, "csv", async () => "a;b")).toBe("a;b");
  });
});
