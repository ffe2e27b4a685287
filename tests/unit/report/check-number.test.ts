import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fits, isNear, numbersIn } from "@/lib/report/check/number/model";
import { formatDecimal } from "@/lib/number/format";

const read = (text: string, locale: "da" | "en" = "da") =>
  numbersIn(text, locale).map(({ text: said, kind, amount, other, hedge }) =>
    [said, kind, other ? `${amount}/${other}` : amount, hedge].join(" · "),
  );

describe("numbers typed into Danish prose", () => {
  it.each([
    ["Scope 2 steg knap 5 % i 2023.", ["knap 5 % · percent · 5 · under"]],
    ["Omsætningen var 1.143 mio. kr.", ["1.143 · plain · 1143 · exact"]],
    ["Godt halvdelen af affaldet", ["Godt halvdelen · percent · 50 · over"]],
    ["omkring to tredjedele", ["omkring to tredjedele · percent · 66.7 · about"]],
    ["Engagementet steg to point til 86", ["to point · points · 2 · exact", "86 · plain · 86 · exact"]],
    [
      "faldt 0,9 procentpoint til 2,4 procent",
      ["0,9 procentpoint · points · 0.9 · exact", "2,4 procent · percent · 2.4 · exact"],
    ],
    ["Målet er 60/40", ["60/40 · split · 60/40 · exact"]],
    ["§ 99 a fra 1. januar 2023, scope 2, bilag E3, 9–10", []],
    ["Det er {{kpi:enps 2022}} og {{kpi:enps}}", []],
    ["CO₂ og S12 og 5G", []],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  it("English as well", () => {
    expect(read("Revenue was 1,143.5 million, nearly 5 % up, about half of it", "en")).toEqual([
      "1,143.5 · plain · 1143.5 · exact",
      "nearly 5 % · percent · 5 · under",
      "about half · percent · 50 · about",
    ]);
    expect(read("rose two points, or 3 percentage points", "en")).toEqual([
      "two points · points · 2 · exact",
      "3 percentage points · points · 3 · exact",
    ]);
  });

  it("reads every number as it is printed, wherever it stands", () => {
    const decimal = fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(decimal, fc.constantFrom("da" as const, "en" as const), ([digits, scale], locale) => {
        const exact =
          scale === 0
            ? String(digits)
            : `${Math.floor(digits / 10 ** scale)}.${String(digits % 10 ** scale).padStart(scale, "0")}`;
        const text = `I alt ${formatDecimal(exact, locale)} %, siger de.`;
        const [found] = numbersIn(text, locale);
        expect(found?.amount).toBe(exact);
        expect(text.slice(found!.from, found!.to)).toBe(found!.text);
      }),
    );
  });

  it("survives any text", () => {
    const text = fc.string({
      unit: fc.constantFrom("1", "99", ".", ",", " ", "%", "/", "–", "knap ", "to", "{{", "}}", "mio", "\n"),
    });
    fc.assert(
      fc.property(text, (any) => {
        for (const { from, to } of numbersIn(any, "da")) expect(from < to && to <= any.length).toBe(true);
      }),
    );
  });
});

describe("whether a typed number says an exact one", () => {
  it.each([
    ["5", "exact", "4.6", true],
    ["5", "exact", "4.4", false],
    ["5", "under", "4.6", true],
    ["5", "under", "5.6", false],
    ["50", "over", "54", true],
    ["50", "over", "46", false],
    ["50", "about", "46", true],
    ["17", "exact", "-17", true],
  ] as const)("%s %s says %s: %s", (amount, hedge, exact, expected) =>
    expect(fits({ amount, hedge }, exact)).toBe(expected),
  );

  it("near is within a tenth, or two of the last place", () => {
    expect([
      isNear("93", "97"),
      isNear("1134", "1143"),
      isNear("70", "97"),
      isNear("5", "4"),
      isNear("3", "0"),
    ]).toEqual([true, true, false, true, false]);
  });
});
