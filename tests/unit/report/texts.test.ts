import { expect, test } from "vitest";
import { reportRows } from "@/prisma/demo/aleris-report";
import { expectedRows } from "../../factories/report-cells";
import facts from "@/prisma/facts/aleris-2023.json";

const reports = Object.values(reportRows()).flat();
const report2023 = reportRows().aleris.find(({ year }) => year === 2023)!;
const blocks = reports.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));

/** Numbers of a text in one notation: "1.143" in Danish and "1,143" in English are both 1143; years and codes stay as they are. */
function numbers(text: string, locale: "da" | "en"): string[] {
  const [group, decimal] = locale === "da" ? [".", ","] : [",", "."];
  const pattern = new RegExp(`\\d{1,3}(?:\\${group}\\d{3})+(?:\\${decimal}\\d+)?|\\d+(?:\\${decimal}\\d+)?`, "g");
  // What is bound to a figure is checked where there are figures (tests/db/report-reference.test.ts).
  return (text.replace(/\{\{.*?\}\}/g, "").match(pattern) ?? []).map((number) =>
    number.replaceAll(group!, "").replace(decimal!, "."),
  );
}

test("both languages say the same numbers", () => {
  for (const { titleDa, titleEn, bodyDa, bodyEn } of blocks)
    expect(numbers(`${titleEn} ${bodyEn}`, "en").sort(), titleDa || bodyDa).toEqual(
      numbers(`${titleDa} ${bodyDa}`, "da").sort(),
    );
});

test("both languages are bound to the same figures", () => {
  const references = (text: string) => [...text.matchAll(/\{\{.*?\}\}/g)].map(([reference]) => reference).sort();
  for (const { titleDa, titleEn, bodyDa, bodyEn } of blocks) {
    const [da, en] = [references(titleDa + bodyDa), references(titleEn + bodyEn)];
    // A language may say a unit of measure in words of its own.
    expect(en.map((one) => one.replace(" bare", ""))).toEqual(da.map((one) => one.replace(" bare", "")));
  }
});

test("both languages say something wherever one does, and lists have as many items", () => {
  for (const { kind, titleDa, titleEn, bodyDa, bodyEn } of blocks) {
    expect([titleEn === "", bodyEn === ""]).toEqual([titleDa === "", bodyDa === ""]);
    expect(bodyEn.split("\n").length, kind).toBe(bodyDa.split("\n").length);
  }
});

test("every number of the report 2023 is one of the facts, or follows from them", () => {
  const known = new Set([
    ...numbers(JSON.stringify(facts), "en"),
    ...expectedRows.flatMap(({ cells, target }) => numbers([...cells, target].join(" "), "da")),
  ]);
  const first = (code: string, year: string) =>
    Number(facts.indicators.find((row) => row.code === code)!.values[year as "2023"]);
  const change = (code: string, from: string) =>
    Math.abs(Math.round((first(code, "2023") / first(code, from) - 1) * 100));
  const following = [
    change("electricity", "2019"), // 26 %
    change("electricity-intensity", "2019"), // 18 %
    change("waste", "2022"), // 37 %
    change("hazardous-waste", "2022"), // 9 %
    first("enps", "2023") - Number(facts.benchmarks[0]!.value), // 17 points
    90 - first("whistleblower-awareness", "2023"), // 8 points to the target
    first("whistleblower-awareness", "2021") - first("whistleblower-awareness", "2023"), // 4 points
    15,
    12,
    43,
    4,
    33280,
    100,
    1.1,
    99,
    70,
    6,
    0,
    1,
    5,
    31,
    10,
    9,
    16,
    2,
    3,
  ].map(String);
  const said = report2023.sections
    .flatMap((section) => section.blocks)
    .flatMap(({ titleDa, bodyDa }) => numbers(`${titleDa} ${bodyDa}`, "da"));
  expect(said.length).toBeGreaterThan(70);
  expect([...new Set(said)].filter((number) => !known.has(number) && !following.includes(number))).toEqual([]);
});
