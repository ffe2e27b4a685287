import { describe, expect, it } from "vitest";
import { endsTheYear, isPartOfYear } from "@/lib/import/period/model";
import { yearOf } from "@/lib/import/recognition/model";

const parts =
  `Q4 2024|4Q 2024|2024Q4|2024 Q1|Q2/2024|K3 2024|4. kvartal 2024|1. kvt. 2024|kv. 2 2024|2024 (Q4)|Quarter 1 2024|Kvartalstal 2024
1. halvår 2024|Halvårsregnskab 2024|H1 2024|2H 2024|2024H1|Half-year 2024|first half 2024
2024 YTD|YTD 2024|2024 år til dato|2024 til dato|Year to date 2024|ÅTD 2024|LTM 2024|Rullende 2024|9 mdr. 2024|6 months 2024|12 months to June 2024
Jan 2024|januar 2024|January 2024|feb. 2024|Marts 2024|March 2024|mar 2024|april 2024|Maj 2024|May 2024|juni 2024|June 2024|jul 2024|July 2024|aug 2024|Sep 2024|sept. 2024|okt 2024|October 2024|nov 2024|December 2024|dec2024|2024 (jan-mar)|jan–sep 2024|Jan. 2024 – nov. 2024
31.03.2024|31-03-2024|31/3-2024|31/3/2024|2024-03-31|2024-03|03/2024|30. september 2024|pr. 30.06.2024|30 06 2024|March 31, 2024|01.01.2024|1. januar 2024|2024M03|uge 12 2024|31.12 2023 – 31.03 2023`.split(
    /[|\n]/,
  );

const years =
  `2024|2024*|FY2024|Regnskab 2024|Hele 2024|Full year 2024|31.12.2024|31-12-2024|31/12-2024|31/12/2024|12/31/2024|2024-12-31|2024/12/31|31 12 2024|31. december 2024|pr. 31. dec. 2024|December 31, 2024|Ultimo december 2024|Jan–dec 2024|januar til december 2024|1/1-31/12 2024|01.01.2024–31.12.2024|2024 (12 mdr.)|2024 (rapport 2025)|2024 (rapport marts 2025)|Vand m3 2024|Løbende priser 2024|Månedslønnede 2024|CO2 scope 3 2024|H2O 2024|Marked 2024|Decentralt 2024|Maybe 2024`.split(
    "|",
  );

describe("a heading with a year in it", () => {
  it.each(parts)("%s is not the year", (text) => expect(yearOf(text)).toBeNull());
  it.each(years)("%s is the year", (text) => expect(yearOf(text)).toBe(2024));
  it("that is a date is the year it ends, or the one a spreadsheet shows", () => {
    expect(["2024-12-31", "2024-01-01", "2024-03-31", "2024-02-01"].map((day) => yearOf(day, "date"))).toEqual([
      2024,
      2024,
      null,
      null,
    ]);
  });
});

it("parts of a year are known without one, and which is the last", () => {
  expect(["Jan", "Q1", "1. halvår", "YTD", "Marts"].map(isPartOfYear)).toEqual([true, true, true, true, true]);
  expect(["Nøgletal", "Varme", "I alt", "m3", "Total", "1.234", "12-14", "2024", "2024/25"].map(isPartOfYear)).toEqual(
    Array.from({ length: 9 }, () => false),
  );
  expect(["Dec", "Q4", "4. kvartal", "H2", "2. halvår", "Mar", "Q3", "1. halvår"].map(endsTheYear)).toEqual([
    ...[true, true, true, true, true],
    ...[false, false, false],
  ]);
});
