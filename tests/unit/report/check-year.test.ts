import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "@/lib/number/format";
import { otherYear } from "@/lib/report/check/typed/year/model";
import { saidOf } from "../../factories/check-draft";

describe("a number in a clause about another year", () => {
  it.each([
    // 3.574 MWh is the figure of 2023, 3.289 that of 2022.
    ["I 2022 var strømforbruget 3.574 MWh.", ["differs | Strøm 2022 | 3.289 | {{kpi:electricity 2022}}"]],
    ["I 2022 var strømforbruget 3.289 MWh.", ["bindable | Strøm 2022 | {{kpi:electricity 2022}}"]],
    [
      "I 2022 var svarprocenten 86.",
      ["differs | Svarprocent, trivselsmåling 2022 | 83 | {{kpi:survey-response 2022}}"],
    ],
    ["I 2022 steg strømforbruget 9 %.", ["differs | Strøm 2022 | +1 % | {{kpi:electricity 2022 rise}}"]],
    ["I 2025 var strømforbruget 3.574 MWh.", []],
  ])("%s", (text, expected) => expect(saidOf(text)).toEqual(expected));

  it("in English, where a comma follows the year in front", () =>
    expect(saidOf("In 2022, electricity was 3,574 MWh.", { locale: "en" })).toEqual([
      "differs | Electricity 2022 | 3,289 | {{kpi:electricity 2022}}",
    ]));

  it.each([
    ["Strømforbruget var 3.574 MWh (3.289 MWh i 2022).", ["{{kpi:electricity}}", "{{kpi:electricity 2022}}"]],
    ["Strømforbruget var 3.574 MWh – mod 3.289 MWh i 2022.", ["{{kpi:electricity}}", "{{kpi:electricity 2022}}"]],
    ["Strømforbruget steg fra 3.289 MWh i 2022 til 3.574 MWh.", ["{{kpi:electricity 2022}}", "{{kpi:electricity}}"]],
    ["Svarprocenten var 86 mod 83 i 2022.", ["{{kpi:survey-response}}", "{{kpi:survey-response 2022}}"]],
    ["Efter købet i 2022 er strømforbruget 3.574 MWh.", ["{{kpi:electricity}}"]],
    ["Strømforbruget steg 9 % i forhold til 2022.", ["{{kpi:electricity rise}}"]],
    ["Siden 2019 er strømforbruget steget 26 %.", ["{{kpi:electricity rise since 2019}}"]],
  ])("a year that is looked back to is not the number's: %s", (text, instead) =>
    expect(saidOf(text).map((line) => [line.split(" | ")[0], line.split(" | ").at(-1)])).toEqual(
      instead.map((one) => ["bindable", one]),
    ),
  );

  it("only that year's figure is ever called right", () => {
    const figures: Record<number, string> = { 2019: "2844", 2020: "2834", 2021: "3265", 2022: "3289", 2023: "3574" };
    const years = fc.constantFrom(2019, 2020, 2021, 2022, 2023);
    fc.assert(
      fc.property(years, years, (named, meant) => {
        const text = `I ${named} var strømforbruget ${formatDecimal(figures[meant]!, "da")} MWh.`;
        const isCalledRight = saidOf(text).some((line) => line.startsWith("bindable"));
        expect(isCalledRight).toBe(named === meant);
      }),
    );
  });

  it("is found in no text that names none but the report's", () => {
    const words = fc.array(fc.constantFrom("I", "2023", "var", "strøm", ",", "(", ")", "og", "9", " – "), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, fc.nat(40), (some, place) => {
        expect(otherYear(some.join(" "), place, 2023)).toBeNull();
      }),
    );
  });
});
