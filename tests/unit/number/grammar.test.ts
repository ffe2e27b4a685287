import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { locales, type Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { parseNumber, type NumberRefusal } from "@/lib/number/model";

const suggested = (text: string, locale: Locale) => {
  const parsed = parseNumber(text, locale);
  return parsed.ok ? "accepted" : [parsed.code, ...parsed.suggestions.map((suggestion) => suggestion.text)];
};
const read = (text: string, locale: Locale) => {
  const parsed = parseNumber(text, locale);
  return parsed.ok ? parsed.value && [parsed.value.amount, parsed.value.scale] : parsed.code;
};

describe("a table of what is taken", () => {
  test.each([
    ["719", "719", 0],
    ["1.707,5", "1707.5", 1],
    ["1707,5", "1707.5", 1],
    ["1.234", "1234", 0],
    ["1,234", "1.234", 3],
    ["1.234.567,89", "1234567.89", 2],
    ["1 234 567,89", "1234567.89", 2],
    ["1\u00A0234", "1234", 0],
    ["1\u202F234", "1234", 0],
    ["1\u2009234", "1234", 0],
    ["0,60", "0.60", 2],
    [",5", "0.5", 1],
    ["−,5", "-0.5", 1],
    ["+5", "5", 0],
    ["-5", "-5", 0],
    ["−1.500", "-1500", 0],
    ["-0", "0", 0],
    ["−0,00", "0.00", 2],
    ["\t 12 \r\n", "12", 0],
    ["999999999999999999,999999", "999999999999999999.999999", 6],
  ])("Danish %j", (text, amount, scale) => expect(read(text, "da")).toEqual([amount, scale]));

  test.each([
    ["1,707.5", "1707.5", 1],
    ["1,234", "1234", 0],
    ["1.234", "1.234", 3],
    ["1,234,567.5", "1234567.5", 1],
    ["1 234.5", "1234.5", 1],
    [".5", "0.5", 1],
  ])("English %j", (text, amount, scale) => expect(read(text, "en")).toEqual([amount, scale]));

  test.each(["", " ", "\t", "\u00A0", " \r\n "])("blank %j is no value, never 0", (text) => {
    for (const locale of locales) expect(parseNumber(text, locale)).toEqual({ ok: true, value: null });
  });
});

describe("a table of what is refused, and what is offered instead", () => {
  const danish: [string, NumberRefusal, ...string[]][] = [
    ["1,234.5", "ambiguous", "1.234,5", "1,2345"],
    ["1,707.5", "ambiguous", "1.707,5", "1,7075"],
    ["1.7075", "otherNotation", "1,7075"],
    ["1.5", "otherNotation", "1,5"],
    ["1,234,567", "otherNotation", "1.234.567"],
    ["0.123", "otherNotation", "0,123"],
    ["-2.5", "otherNotation", "−2,5"],
    ["1.2.3", "misplacedSeparator"],
    ["1.234,5.6", "misplacedSeparator"],
    ["1.234 567", "misplacedSeparator"],
    ["12 34", "misplacedSeparator"],
    ["1 2345", "misplacedSeparator"],
    ["12,34,56", "misplacedSeparator"],
    ["5,", "misplacedSeparator", "5"],
    ["- 5", "misplacedSeparator"],
    ["007", "leadingZero", "7"],
    ["00,5", "leadingZero", "0,5"],
    ["1e3", "exponent", "1.000"],
    ["-1,5E-3", "exponent", "−0,0015"],
    ["1.70750E+03", "exponent", "1.707,5"],
    ["1e-7", "exponent"],
    ["1e18", "exponent"],
    ["9e17", "exponent", "900.000.000.000.000.000"],
    ["1e99", "exponent"],
    ["0e5", "exponent", "0"],
    ["10^30", "exponent"],
    ["10*3", "exponent"],
    [`1${"0".repeat(30)}`, "tooLarge"],
    ["1000000000000000000", "tooLarge"],
    ["0,1234567", "tooPrecise", "0,123457"],
    ["1707,4999999999998", "tooPrecise", "1.707,5"],
    ["-0,0000001", "tooPrecise", "0"],
    ["999999999999999999,9999999", "tooPrecise"],
    ["12 %", "percentSign", "12"],
    ["1.5%", "percentSign", "1,5"],
    ["12 kWh", "unitOfMeasure"],
    ["12m3", "unitOfMeasure"],
    ["5 mio. kr.", "unitOfMeasure"],
    ["5k", "unitOfMeasure"],
    ["١٢", "otherDigits"],
    ["１２", "otherDigits"],
    ["½", "otherDigits"],
    ["abc", "notANumber"],
    ["NaN", "notANumber"],
    ["Infinity", "notANumber"],
    ["−∞", "notANumber"],
    ["0x1F", "notANumber"],
    ["0b11", "notANumber"],
    ["-", "notANumber"],
    ["–5", "notANumber"],
    ["--5", "notANumber"],
    ["5-", "notANumber"],
    ["(5)", "notANumber"],
    ["1\u200B5", "notANumber"],
    ["1'234", "notANumber"],
    ["=1+1", "notANumber"],
    ["null", "notANumber"],
    ["x".repeat(1_000_000), "notANumber"],
  ];
  test.each(danish)("Danish %.40j", (text, ...expected) => expect(suggested(text, "da")).toEqual(expected));

  test.each([
    ["1.234,5", "ambiguous", "1,234.5", "1.2345"],
    ["1,5", "otherNotation", "1.5"],
    ["0,123", "otherNotation", "0.123"],
    ["1.234.567", "otherNotation", "1,234,567"],
    ["1.2.3", "misplacedSeparator"],
  ])("English %j", (text, ...expected) => expect(suggested(text, "en")).toEqual(expected));

  test("a million digits do not hold the server up", () => {
    const digits = "9".repeat(1_000_000);
    expect(suggested(digits, "da")).toEqual(["tooLarge"]);
    expect(suggested(`0,${digits}`, "da")).toEqual(["tooPrecise"]);
  });
});

/** The grammar once more, written out by hand and not shared with the code: what a number looks like, with its size. */
const reference: Record<Locale, RegExp> = {
  da: /^[+\-−]?(?:(?:0|[1-9]\d{0,17}|(?=(?:\D*\d){1,18}(?!.*\d)|(?:\D*\d){1,18},)[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+|(?:\u00A0\d{3})+|(?:\u202F\d{3})+|(?:\u2009\d{3})+))(?:,\d{1,6})?|,\d{1,6})$/,
  en: /^[+\-−]?(?:(?:0|[1-9]\d{0,17}|(?=(?:\D*\d){1,18}(?!.*\d)|(?:[^\d.]*\d){1,18}\.)[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:\u00A0\d{3})+|(?:\u202F\d{3})+|(?:\u2009\d{3})+))(?:\.\d{1,6})?|\.\d{1,6})$/,
};

const runs = { numRuns: 20_000 };
const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789"), minLength, maxLength });
const decimal = fc.tuple(fc.boolean(), digits(1, 18), digits(0, 6)).map(([negative, whole, decimals]) => {
  const magnitude = whole.replace(/^0+(?=\d)/, "") + (decimals && `.${decimals}`);
  return negative && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
});
/** Texts that are nearly numbers: pieces people type, in any order. */
const slips = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: digits(1, 3) },
      { weight: 4, arbitrary: fc.constantFrom(".", ",", " ", "\u00A0", "\u2009", ".123", ",123", " 123") },
      fc.constantFrom("-", "−", "+", "e", "%", "²", "x", "٣", "'"),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(""));

describe.each(locales)("20,000 generated cases each, %s", (locale) => {
  test("what is printed is read back as the same number, with its decimals", () => {
    fc.assert(
      fc.property(decimal, (amount) => {
        const scale = amount.split(".")[1]?.length ?? 0;
        expect(parseNumber(formatDecimal(amount, locale), locale)).toEqual({ ok: true, value: { amount, scale } });
      }),
      runs,
    );
  });

  test("exactly what the reference grammar admits is taken", () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.oneof(slips, fc.string({ unit: "binary", maxLength: 12 })), (text) => {
        const typed = text.trim();
        if (typed === "") return;
        const admitted = reference[locale].test(typed);
        taken += Number(admitted);
        expect(parseNumber(text, locale).ok).toBe(admitted);
      }),
      runs,
    );
    expect(taken).toBeGreaterThan(500);
  });

  test("every suggestion would be taken, as the number it stands for, and none is the refused text", () => {
    let offered = 0;
    fc.assert(
      fc.property(slips, (text) => {
        const parsed = parseNumber(text, locale);
        if (parsed.ok) return;
        offered += parsed.suggestions.length;
        expect(new Set(parsed.suggestions.map(({ amount }) => amount)).size).toBe(parsed.suggestions.length);
        for (const { text: suggestion, amount, scale } of parsed.suggestions) {
          expect(suggestion).not.toBe(text.trim());
          expect(parseNumber(suggestion, locale)).toEqual({ ok: true, value: { amount, scale } });
        }
      }),
      runs,
    );
    expect(offered).toBeGreaterThan(500);
  });

  test("a number printed in the other language is refused with itself among the suggestions, unless it reads as another one here", () => {
    fc.assert(
      fc.property(decimal, (amount) => {
        const foreign = formatDecimal(amount, locale === "da" ? "en" : "da");
        const parsed = parseNumber(foreign, locale);
        if (parsed.ok) expect(reference[locale].test(foreign)).toBe(true);
        else expect(parsed.suggestions.map((suggestion) => suggestion.amount)).toContain(amount);
      }),
      runs,
    );
  });
});
