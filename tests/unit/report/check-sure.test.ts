import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDecimal } from "@/lib/number/format";
import { bindable, clean } from "../../factories/report-drafts";
import { numbersFound, saidOf } from "../../factories/check-draft";

describe("a clause that says nothing but that a KPI had a number", () => {
  it.each([
    ["Strømforbruget var 5.374 MWh i 2023.", "differs | Strøm | 3.574 | {{kpi:electricity}}"],
    ["Strømforbruget steg til 5.374 MWh.", "differs | Strøm | 3.574 | {{kpi:electricity}}"],
    ["I 2022 var strømforbruget 9.823 MWh.", "differs | Strøm 2022 | 3.289 | {{kpi:electricity 2022}}"],
    ["Engagementet var 68 i 2023.", "differs | Engagement | 86 | {{kpi:engagement-index}}"],
    ["Risikoaffaldet var 61,91 t i 2023.", "differs | Risikoaffald | 16,91 | {{kpi:hazardous-waste}}"],
    ["Affaldsmængden var 592 tons.", "differs | Affald i alt | 295 | {{kpi:waste}}"],
    [
      "Vi ser, at godt halvdelen kender whistleblowerordningen.",
      "differs | Kender whistleblowerordningen | 82 | {{kpi:whistleblower-awareness unit}}",
    ],
    [
      "42 % kender whistleblowerordningen.",
      "differs | Kender whistleblowerordningen | 82 | {{kpi:whistleblower-awareness unit}}",
    ],
    ["To tredjedele af maden er økologi.", "differs | Økologi i køkkenerne | 30 | {{kpi:organic-share unit}}"],
  ])("is wrong however far off it is: %s", (text, expected) => expect(saidOf(text)).toEqual([expected]));

  it("in English as well", () => {
    const english = (text: string) => saidOf(text, { locale: "en" });
    expect(english("Electricity consumption was 5,374 MWh in 2023.")).toEqual([
      "differs | Electricity | 3,574 | {{kpi:electricity}}",
    ]);
    expect(english("Engagement was 68 in 2023.")).toEqual(["differs | Engagement | 86 | {{kpi:engagement-index}}"]);
  });

  it.each([
    ["a change", "Strømforbruget steg 285 MWh i 2023."],
    ["a place", "I København var strømforbruget 1.200 MWh i 2023."],
    ["a part", "Strømforbruget i kælderen var 120 MWh i 2023."],
    ["a part of what is measured", "En tredjedel af sygefraværet var langtids."],
    ["something of it", "Strømforbruget pr. m² var 1 MWh."],
    ["a half year", "Strømforbruget var 1.787 MWh i første halvår af 2023."],
    ["a limit", "Strømforbruget skal under 3.000 MWh."],
    ["a count", "Antallet af arbejdsskader var 26 i 2023."],
    ["a place in an order", "Engagement er nr. 3 i 2023."],
    ["some of those asked", "Kvinder: svarprocenten var 62 i 2023."],
    ["about as much as is said", "En tredjedel af maden er økologi."],
    ["no unit of measure", "Strømforbruget var 5.374."],
  ])("%s is none", (_, text) => expect(saidOf(text)).toEqual([]));

  it("is silent on a text about a place", () =>
    expect(saidOf("Strømforbruget var 1.200 MWh i 2023.", { heading: "Hospitalet i Ringsted" })).toEqual([]));

  it("is either offered its reference or told what is right, whatever the number", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (amount) => {
        const found = numbersFound(`Strømforbruget var ${formatDecimal(String(amount), "da")} MWh i 2023.`);
        expect(found.map(({ rule }) => rule)).toEqual([amount === 3574 ? "bindable" : "differs"]);
      }),
    );
  });
});

it("a text without a slip is left alone", () =>
  expect(clean.flatMap((passage) => numbersFound(passage.text, passage)).map(({ excerpt }) => excerpt)).toEqual([]));

it("numbers that are right are not called wrong", () =>
  expect(
    bindable.flatMap((passage) => numbersFound(passage.text, passage)).filter(({ rule }) => rule !== "bindable"),
  ).toEqual([]));
