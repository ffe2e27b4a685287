import { expect, it } from "vitest";
import { lookForRest } from "@/lib/operation/rest";

it("collects once when work is followed by rest, not while somebody works and not for a page now and then", () => {
  const shares = [0.01, 0.5, 0.05, 0.01, 0, 0.05, 0.01, 0.2, 0.02];
  const collected: number[] = [];
  let at = -1;
  const look = lookForRest(
    () => shares[++at]!,
    () => collected.push(at),
  );
  for (const _ of shares) look();
  expect(collected).toEqual([3, 8]);
});
