import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/language/model";
import { formatSplit } from "@/lib/number/format";
import { round } from "@/lib/number/fraction";
import { parseSplit } from "@/lib/number/model";

describe("splits", () => {
  test.each([
    ["27/73", "27", "73", 0],
    [" 27 / 73 ", "27", "73", 0],
    ["27,5/72,5", "27.5", "72.5", 1],
    ["27,5/72,50", "27.50", "72.50", 2],
    ["100/0", "100", "0", 0],
  ])("%j is taken", (text, men, women, scale) =>
    expect(parseSplit(text, "da")).toEqual({ ok: true, value: { men, women, scale } }),
  );

  test.each(["60/50", "27/72,9", "-10/110", "110/-10", "0/0"])("%j does not sum to 100 within 0–100", (text) =>
    expect(parseSplit(text, "da")).toEqual({ ok: false, code: "splitSum", suggestions: [] }),
  );

  test.each(["27", "27/", "/73", "/", "m27 k73", "27/73/0", "a/b", "27:73", "27-73"])("%j is no split", (text) =>
    expect(parseSplit(text, "da")).toEqual({ ok: false, code: "notASplit", suggestions: [] }),
  );

  test("blank is no value", () => expect(parseSplit(" ", "da")).toEqual({ ok: true, value: null }));

  test("the other language's notation is refused with what was meant", () => {
    const suggestions = [{ men: "27.5", women: "72.5", scale: 1, text: "27,5/72,5" }];
    expect(parseSplit("27.5/72.5", "da")).toEqual({ ok: false, code: "notASplit", suggestions });
    expect(parseSplit("27 %/73 %", "da")).toMatchObject({ code: "notASplit", suggestions: [{ text: "27/73" }] });
    expect(parseSplit("27.5/72.6", "da")).toEqual({ ok: false, code: "notASplit", suggestions: [] });
  });

  test("every printed split is read back, and every other sum is refused", () => {
    const share = fc.tuple(fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        share,
        fc.integer({ min: -3, max: 3 }),
        fc.constantFrom(...locales),
        ([thousandths, scale], off, locale) => {
          const men = round({ n: BigInt(thousandths), d: 1000n }, scale);
          const steps = BigInt(men.replace(".", ""));
          const all = 100n * 10n ** BigInt(scale);
          const women = round({ n: all - steps + BigInt(off), d: 10n ** BigInt(scale) }, scale);
          const parsed = parseSplit(formatSplit({ men, women }, locale), locale);
          if (off === 0) expect(parsed).toEqual({ ok: true, value: { men, women, scale } });
          else expect(parsed).toMatchObject({ ok: false, code: "splitSum" });
        },
      ),
      { numRuns: 20_000 },
    );
  });
});
