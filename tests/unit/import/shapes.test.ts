import { describe, expect, it } from "vitest";
import { readingOf, sheetOf } from "./shape";

const reading = (rows: Parameters<typeof sheetOf>[0], name = "Tal") => readingOf(sheetOf(rows, name));
const body = [
  ["Varme", "MWh", "1.101"],
  ["Vand", "m³", "4.901"],
];

describe("the corner over the KPIs' names", () => {
  it("may be empty over one year", () => {
    expect(
      reading([
        ["", "2024"],
        ["Varme", "1101"],
        ["Vand", "4901"],
      ]),
    ).toBe("A kpi, B value 2024 | org");
    expect(reading([["", "", 2024], ...body])).toBe("A kpi, B unitOfMeasure, C value 2024 | org");
    expect(reading([["", 2024], ["Miljø"], ["Varme", 1101]])).toBe("A kpi, B value 2024 | org");
  });
  it("a year that stands alone elsewhere is a title", () => {
    expect(
      reading([
        ["", "ESG 2024"],
        ["Nøgletal", 2023, 2022],
        ["Varme", 1, 2],
      ]),
    ).toBe("A kpi, B value 2023, C value 2022 | org");
  });
  it("may name the org unit, or the year", () => {
    expect(reading([["København", "", "2024", "2023"], ...body])).toBe(
      "A kpi, B unitOfMeasure, C value 2024, D value 2023 | koebenhavn",
    );
    expect(
      reading([
        ["2024", "København", "Aalborg"],
        ["Varme", 1, 2],
        ["Vand", 3, 4],
      ]),
    ).toBe("A kpi, B value koebenhavn, C value aalborg | 2024");
  });
});

describe("a title", () => {
  const table = [["Nøgletal", "Måleenhed", "2024"], ...body];
  const read = (title: string, name?: string) => reading([[title], ...table], name).split(" | ")[1];
  it("that names one org unit says whose figures they are; of two somebody is asked", () => {
    expect([read("Rapport for København 2024"), read("Københavns tal"), read("Miljø", "Aalborg 2024")]).toEqual([
      ...["koebenhavn", "koebenhavn", "aalborg"],
    ]);
    expect([read("København og Aalborg"), read("Rapport for Aleris"), read("Københavnske tal")]).toEqual([
      ...["", "org", "org"],
    ]);
    expect(read("Rapport for København", "Total")).toBe("koebenhavn");
  });
  it("that names a part of the year leaves the year open, whatever the file is called", () => {
    const year = (title: string) => {
      const look = sheetOf([[title], ["Nøgletal", "Måleenhed", "København"], ...body]);
      return readingOf(look, "tal 2024.xlsx").split(" | ")[1];
    };
    expect(["Miljø", "Status 31. marts", "1. kvartal 2024", "Udarbejdet marts 2025"].map(year)).toEqual([
      ...["2024", "", "", "2024"],
    ]);
  });
});

describe("parts of a year", () => {
  it.each(["Q4 2024", "2024 YTD", "1. halvår 2024", "31.03.2024", "Jan 2024", "2024-03"])("%s is no column", (head) => {
    expect(
      reading([
        ["Nøgletal", head],
        ["Varme", "250"],
      ]),
    ).toBe("not read");
    expect(
      reading([
        ["Nøgletal", head, "2023"],
        ["Varme", "250", "900"],
      ]),
    ).toBe("A kpi, C value 2023 | org");
  });
  it("stand under a year that is merged over them", () => {
    expect(
      reading([
        ["Nøgletal", "2024", "2024", "2024", "2024"],
        ["", "Q1", "Q2", "Q3", "Q4"],
        ["Varme", "1", "2", "3", "4"],
      ]),
    ).toBe("not read");
  });
  it("as dates are no years, not even the first of January beside them", () => {
    const day = (month: number) => new Date(Date.UTC(2024, month, 1));
    expect(
      reading([
        ["Nøgletal", day(0), day(1), day(2)],
        ["Varme", 1, 2, 3],
      ]),
    ).toBe("not read");
    expect(
      reading([
        ["Nøgletal", day(0), new Date(Date.UTC(2023, 11, 31))],
        ["Varme", 1, 2],
      ]),
    ).toBe("A kpi, B value 2024, C value 2023 | org");
    expect(
      reading([
        ["Periode", "Varme"],
        [day(0), 1],
        [day(1), 2],
      ]),
    ).toBe("not read");
    expect(
      reading([
        ["Periode", "Varme"],
        [day(0), 1],
        [new Date(Date.UTC(2023, 0, 1)), 2],
      ]),
    ).toBe("A year, B value heat | org");
  });
  it("summed up are the year's figure only when they reach its end, and the title's org unit's", () => {
    const rows = (last: string) => [
      ["Rapport for København 2024"],
      ["Nøgletal", "Jan", "Feb", last, "I alt"],
      ["Varme", 100, 90, 80, 270],
    ];
    expect([reading(rows("Mar")), reading(rows("Dec"))]).toEqual(["not read", "A kpi, E value | koebenhavn 2024"]);
  });
  it("told apart by a column of their own are not the year's either", () => {
    expect(
      reading([
        ["År", "Måned", "Nøgletal", "Værdi"],
        [2024, "Jan", "Varme", 5],
        [2024, "Feb", "Varme", 6],
      ]),
    ).toBe("not read");
  });
  it("said of a KPI are not the KPI", () => {
    expect(
      reading([
        ["Nøgletal", "Varme (Q1)", "Vand, mål"],
        ["Varme (jan.)", 1, 2],
      ]),
    ).toBe("not read");
  });
});
