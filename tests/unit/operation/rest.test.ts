/** Memory given back at rest: once after work, and really collected. */
import { expect, test } from "vitest";
import { afterWork, collector } from "@/lib/operation/rest.mjs";

function collections(shares: number[]): number {
  let collected = 0;
  const tell = afterWork(() => collected++);
  for (const share of shares) tell(share);
  return collected;
}

test("what rests from the start is left alone", () => {
  expect(collections([0, 0.05, 0.1, 0])).toBe(0);
});

test("work that has come to rest is followed by one collection", () => {
  expect(collections([0, 0.9, 1.4, 0.02, 0, 0])).toBe(1);
});

test("nothing is collected while somebody is being answered", () => {
  expect(collections([0.2, 0.9, 0.11, 1.9])).toBe(0);
});

test("work that begins again is followed by a collection again", () => {
  expect(collections([0.5, 0, 0.5, 0])).toBe(2);
});

test("the collection frees what nothing holds, and only that", async () => {
  const held = { large: new Array(1_000).fill("held") };
  const loose = new WeakRef(unheld());
  const stays = new WeakRef(held);
  // A weak reference holds what it points to until the task that made it has ended.
  await new Promise((done) => setImmediate(done));
  await collector()();
  expect(loose.deref()).toBeUndefined();
  expect(stays.deref()).toBe(held);
});

function unheld(): object {
  return { large: new Array(1_000).fill("loose") };
}
