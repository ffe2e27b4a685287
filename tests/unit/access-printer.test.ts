import { expect, test } from "vitest";
import { isPrinter, printerSecret } from "@/lib/access/printer";

test("only who holds the process's secret is its printing browser", () => {
  const secret = printerSecret();
  expect(secret).toMatch(/^[\w-]{43}$/);
  expect(printerSecret()).toBe(secret);
  expect(isPrinter(secret)).toBe(true);
  for (const guess of [undefined, "", secret.slice(1), `${secret}x`, secret.toLowerCase() + "", "x".repeat(43)])
    expect(isPrinter(guess)).toBe(guess === secret);
});
