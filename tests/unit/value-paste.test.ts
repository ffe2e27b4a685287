import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arranged, type PasteSheet } from "@/lib/value/paste/model";

const row = (code: string, name: string, parentCode: string | null = null, unitOfMeasure = "t") => ({
  code,
  names: [name],
  parentCode,
  unitOfMeasure,
});
const sheet: PasteSheet = {
  rows: [
    row("scope1", "Scope 1: CO₂-emissioner (firmabiler og gasser)"),
    row("scope1-intensity", "Scope 1: CO₂-emissioner ift. omsætning", "scope1"),
    row("water", "Vandforbrug"),
    row("injuries", "Arbejdsskader"),
  ],
  years: [2023, 2022, 2021],
  columns: [0, 1, 2].map((at) => ({ kind: "figure" as const, at })),
};
const start = { row: 0, column: 1 };
/** Where each text went, as "row year text". */
const went = (block: string[][], of = sheet, from = start) => {
  const plan = arranged(block, of, from);
  return plan === "yearsUnknown"
    ? plan
    : { ...plan, placed: plan.placed.map(({ row, at, column, text }) => `${row} ${of.years[at]} ${column} ${text}`) };
};

describe("a block that names its KPIs", () => {
  it("goes by name and year, wherever the hand is and whatever the order", () => {
    const ascending = went([
      ["Nøgletal", "Enhed", "Mål 2024", "2021", "2022", "2023"],
      ["Vandforbrug 2", "m³", "—", "1", "2", "-"],
      ["", "", "", "", "", ""],
      ["Scope 1: CO₂-emissioner (firmabiler og gasser)", "t", "5", "18", "14", "14"],
      ["ift. omsætning", "t/mDKK", "", "0,02", "0,01", "0,01"],
      ["Helt ukendt", "t", "", "1", "2", "3"],
    ]);
    expect(ascending).toMatchObject({
      isNamed: true,
      isOrdered: false,
      placed: [
        "2 2021 figure 1",
        "2 2022 figure 2",
        "2 2023 figure -",
        "0 2021 figure 18",
        "0 2022 figure 14",
        "0 2023 figure 14",
        "1 2021 figure 0,02",
        "1 2022 figure 0,01",
        "1 2023 figure 0,01",
      ],
      ignored: ["Enhed", "Mål 2024"],
      unmatched: ["Helt ukendt"],
    });
  });

  it("a year that is not on the sheet is left out, a blank leaves what is there, a name that comes again counts once", () => {
    expect(
      went([
        ["", "2019", "2022"],
        ["Arbejdsskader", "7", ""],
        ["Vandforbrug", "8", "9"],
        ["water", "8", "10"],
      ]),
    ).toMatchObject({ placed: ["2 2022 figure 9"], skipped: 2, twice: ["water"] });
  });

  it("a part of a year, a forecast or a target is not the year, and does not become it by its place", () => {
    const heads = ["Nøgletal", "Q4 2023", "2023 YTD", "31.03.2023", "Prognose 2022"];
    for (const head of heads.slice(1))
      expect(
        went([
          ["Nøgletal", head],
          ["Vandforbrug", "9"],
        ]),
      ).toMatchObject({ placed: [], ignored: [head] });
    expect(went([heads.concat("2022"), ["Vandforbrug", "1", "2", "3", "4", "5"]])).toMatchObject({
      placed: ["2 2022 figure 5"],
    });
  });

  it("without a heading the years are those of the sheet, with one column of targets before them at most", () => {
    const line = ["Vandforbrug", "m³", "12", "3", "2", "1"];
    expect(went([line])).toMatchObject({
      isOrdered: true,
      placed: ["2 2023 figure 3", "2 2022 figure 2", "2 2021 figure 1"],
    });
    expect(went([["Vandforbrug", "9", "8", "7", "6", "5", "4"]])).toBe("yearsUnknown");
    expect(went([["Vandforbrug", "2", "1"]], sheet, { row: 3, column: 2 })).toMatchObject({
      placed: ["2 2022 figure 2", "2 2021 figure 1"],
    });
    const oneYear: PasteSheet = { ...sheet, years: [2023], columns: [{ kind: "figure", at: 0 }] };
    expect(went([["Vandforbrug", "2", "1"]], oneYear)).toBe("yearsUnknown");
    expect(went([["Vandforbrug", "m³", "2"]], oneYear)).toMatchObject({ placed: ["2 2023 figure 2"] });
  });

  const oneYear: PasteSheet = {
    rows: [
      row("heat", "Varme", null, "MWh"),
      row("hazardous", "Risikoaffald"),
      row("recycled", "Affald til genanvendelse"),
      row("recycled-share", "Affald til genanvendelse", "recycled", "%"),
    ],
    years: [2024],
    columns: [{ kind: "figure", at: 0 }],
  };
  const known = [
    ["Varme", "520"],
    ["Risikoaffald", "4"],
  ];

  it.each([
    ["above the first known row", [["Ukendt ting", "5"], ...known]],
    ["under a heading", [["Nøgletal", "2024"], ["Ukendt ting", "5"], ...known]],
    [
      "under a heading, with a figure that looks like a year",
      [["Nøgletal", "2024"], ["Ukendt ting", "2023"], ...known],
    ],
    ["in the middle", [known[0]!, ["Ukendt ting", "ca. 5"], known[1]!]],
  ])("a row with a figure that nobody knows is named: %s", (_, block) => {
    expect(went(block, oneYear)).toMatchObject({
      placed: ["0 2024 figure 520", "1 2024 figure 4"],
      unmatched: ["Ukendt ting"],
      ignored: [],
    });
  });

  it("headings are no rows of their own, whatever stands in them; a figure without a name is counted", () => {
    const heads = [
      ["Tabel 3", "", ""],
      ["Nøgletal", "Måleenhed", "2024"],
      ["", "", "1"],
    ];
    expect(went([...heads, ["Varme", "MWh", "520"], ["", "", "7"]], oneYear)).toMatchObject({
      placed: ["0 2024 figure 520"],
      unmatched: [],
      skipped: 1,
      ignored: ["Måleenhed"],
    });
  });

  it("two rows of one name are told apart by the unit of measure beside it, and named where there is none", () => {
    const two = (beside: string[]) => beside.map((unit, at) => ["Affald til genanvendelse", unit, `${at + 5}`]);
    expect(went([...two(["t", "%"]), ["Varme", "MWh", "520"]], oneYear)).toMatchObject({
      placed: ["2 2024 figure 5", "3 2024 figure 6", "0 2024 figure 520"],
      unmatched: [],
    });
    expect(went(two(["%", "tons"]), oneYear)).toMatchObject({ placed: ["3 2024 figure 5", "2 2024 figure 6"] });
    expect(went([["Affald til genanvendelse (%)", "6"], ...known], oneYear)).toMatchObject({
      placed: ["3 2024 figure 6", "0 2024 figure 520", "1 2024 figure 4"],
    });
    expect(went([["Affald til genanvendelse", "5"], ...known], oneYear)).toMatchObject({
      placed: ["0 2024 figure 520", "1 2024 figure 4"],
      unmatched: ["Affald til genanvendelse"],
    });
    expect(went([["Affald til genanvendelse", "5"]], oneYear)).toMatchObject({
      placed: [],
      unmatched: ["Affald til genanvendelse"],
    });
  });

  it("any order of rows and years brings the same", () => {
    const names = sheet.rows.map(({ names: [name] }) => name!);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }),
        fc.shuffledSubarray([2021, 2022, 2023], { minLength: 1 }),
        (rows, years) => {
          const plan = went([
            ["", ...years.map(String)],
            ...rows.map((at) => [names[at]!, ...years.map((year) => `${at}${year}`)]),
          ]);
          expect(plan).not.toBe("yearsUnknown");
          if (plan === "yearsUnknown") return;
          expect(plan.placed.toSorted()).toEqual(
            rows.flatMap((at) => years.map((year) => `${at} ${year} figure ${at}${year}`)).toSorted(),
          );
        },
      ),
    );
  });
});

describe("a plain block", () => {
  it("goes across the columns and down the rows from where the hand is; what falls outside is counted", () => {
    const one: PasteSheet = {
      ...sheet,
      years: [2024],
      columns: (["figure", "status", "source", "note"] as const).map((kind) => ({ kind, at: 0 })),
    };
    expect(went([["1", "skøn", "måler", "note", "over"], ["2", ""], ["3"]], one, { row: 2, column: 1 })).toMatchObject({
      isNamed: false,
      placed: ["2 2024 figure 1", "2 2024 status skøn", "2 2024 source måler", "2 2024 note note", "3 2024 figure 2"],
      skipped: 2,
    });
  });

  it("never goes over the edges", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.constantFrom("1", "", "2,5", "-"), { minLength: 1, maxLength: 6 }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.nat(3),
        fc.nat(3),
        (block, row, column) => {
          const plan = arranged(block, sheet, { row, column });
          if (plan === "yearsUnknown") return;
          expect(plan.placed.every((one) => one.row < 4 && one.at < 3)).toBe(true);
          const all = block.flat().filter((text) => text !== "").length;
          expect(plan.placed.filter(({ text }) => text !== "").length + plan.skipped).toBe(all);
        },
      ),
    );
  });
});
