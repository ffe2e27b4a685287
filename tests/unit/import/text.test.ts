import { describe, expect, it } from "vitest";
import { kindOf, sourceOf } from "@/lib/import/file/model";
import { plainName, recogniser, unitBehind, unitOf, yearOf } from "@/lib/import/recognition/model";
import { notationOf, readText } from "@/lib/import/text/model";
import { conversion, converted, factorText } from "@/lib/import/unit/model";

const said = (text: string, notation: "da" | "en" = "da", kind: "number" | "split" = "number") => {
  const read = readText(text, kind, notation);
  if (!read.ok) return read.code;
  if (!read.figure) return null;
  return [
    read.figure.amount ?? (read.figure.men ? `${read.figure.men}/${read.figure.women}` : read.figure.status),
    read.unit,
    read.mark,
  ]
    .filter(Boolean)
    .join(" ");
};

describe("texts in cells of figures", () => {
  it.each([
    ["-324,100 8", "-324.100 8"],
    ["719⁸", "719 ⁸"],
    ["719*", "719 *"],
    ["1.707,5 (2)", "1707.5 (2)"],
    ["1 234", "1234"],
    ["12 345,6", "12345.6"],
    ["1'234'567", "1234567"],
    ["27 %", "27 %"],
    ["27 % 3)", "27 % 3)"],
    ["12 kWh", "12 kWh"],
    ["–", "notMeasured"],
    ["-", "pending"],
    ["n/a", "notApplicable"],
    ["–²", "notMeasured ²"],
    ["−5", "-5"],
    ["", null],
    ["…", null],
    ["ca. 100", "approximate"],
    ["<5", "approximate"],
    ["> 70", "approximate"],
    ["over 100", "approximate"],
    ["1e3", "exponent"],
    ["12 34", "misplacedSeparator"],
    ["719 2", "misplacedSeparator"],
    ["(324)", "notANumber"],
    ["1,234.5", "ambiguous"],
    ["1.7075", "otherNotation"],
  ])("%s in Danish", (text, expected) => expect(said(text)).toBe(expected));

  it.each([
    ["-324,100 8", "-324100 8"],
    ["1,707.5", "1707.5"],
    ["1.707,5", "ambiguous"],
    ["0.5 %", "0.5 %"],
  ])("%s in English", (text, expected) => expect(said(text, "en")).toBe(expected));
  it.each([
    ["27/73", "27/73"],
    ["27/73 ²", "27/73 ²"],
    ["27 %/73 %", "27/73"],
    ["60/50", "splitSum"],
    ["27", "notASplit"],
    ["n/a", "notApplicable"],
  ])("the split %s", (text, expected) => expect(said(text, "da", "split")).toBe(expected));
  it("tells the notation only from what tells", () => {
    expect([
      notationOf(["1.707,5", "12"]),
      notationOf(["1,707.5"]),
      notationOf(["1.234", "5"]),
      notationOf(["1.707,5", "1,707.5"]),
    ]).toEqual(["da", "en", null, null]);
  });
});

describe("recognition", () => {
  const recognise = recogniser({
    kpis: [
      { code: "scope1", names: ["CO₂e scope 1", "Scope 1"] },
      { code: "scope2", names: ["Scope 2"] },
      { code: "water", names: ["Vand", "Water"] },
      { code: "a", names: ["Twice"] },
      { code: "b", names: ["Twice"] },
    ],
    orgUnits: [
      { code: "org", name: "Aleris", isRoot: true },
      { code: "aarhus", name: "Aarhus", isRoot: false },
    ],
  });
  it("knows names by their words, whatever mark, case or unit of measure stands behind", () => {
    expect(
      ["CO₂e – Scope 1", "co2e scope 1", "Scope 1²", "Scope 2 1)", "VAND (m³)", "Vand, m³", "Vand8", "scope1"].map(
        (text) => recognise.kpi(text),
      ),
    ).toEqual(["scope1", "scope1", "scope1", "scope2", "water", "water", "water", "scope1"]);
    expect([recognise.kpi("Twice"), recognise.kpi("Scope 3"), recognise.kpi("Vandforbrug")]).toEqual([
      null,
      null,
      null,
    ]);
    expect([recognise.orgUnit("I alt"), recognise.orgUnit("aarhus")]).toEqual(["org", "aarhus"]);
    expect(plainName("El & varme")).toBe("el og varme");
  });
  it("knows years, and what is none", () => {
    expect(
      [
        "2023",
        "2023*",
        "FY2023",
        "Regnskab 2023",
        "2023 (rapport 2023)",
        "2022/23",
        "Mål 2025",
        "Ændring 2022",
        "2022–2023",
        "20231",
        "12",
      ].map((text) => yearOf(text)),
    ).toEqual([2023, 2023, 2023, 2023, 2023, null, null, null, null, null, null]);
    expect([yearOf("2023", "number"), yearOf("2023.5", "number"), yearOf("2023-12-31", "date")]).toEqual([
      2023,
      null,
      2023,
    ]);
  });
  it("knows units of measure and their factors, exactly", () => {
    expect(["kWh", "mio. kr.", "tons", "m3", "% m/k", "beds"].map(unitOf)).toEqual([
      "kWh",
      "mDKK",
      "t",
      "m³",
      "% men/women",
      null,
    ]);
    expect([unitBehind("El (kWh)"), unitBehind("Vand, m³"), unitBehind("El (i alt)")]).toEqual(["kWh", "m³", null]);
    const { factor } = conversion("kWh", "MWh");
    expect([factorText(factor!), converted("1707.5", factor!)]).toEqual([
      { by: "0.001", isDivisor: false },
      { amount: "1.7075", scale: 4, isRounded: false },
    ]);
    expect(factorText(conversion("GJ", "MWh").factor!)).toEqual({ by: "3.6", isDivisor: true });
    expect(conversion("t", "MWh").factor).toBeNull();
  });
});

describe("files", () => {
  it("are what name and content say together", () => {
    const [zip, old, pdf, text] = [
      [0x50, 0x4b, 3, 4],
      [0xd0, 0xcf, 0x11, 0xe0],
      [0x25, 0x50, 0x44, 0x46],
      [0x61, 0x3b, 0x62, 0x0a],
    ].map((bytes) => Uint8Array.from(bytes!));
    expect([
      kindOf("a.xlsx", zip!, 9),
      kindOf("a.csv", text!, 9),
      kindOf("a.xls", old!, 9),
      kindOf("a.xlsx", old!, 9),
      kindOf("a.xlsm", zip!, 9),
      kindOf("a.pdf", pdf!, 9),
      kindOf("a.csv", pdf!, 9),
      kindOf("a.csv", zip!, 9),
      kindOf("a.xlsx", text!, 9),
      kindOf("a.csv", text!, 0),
    ]).toEqual([
      "xlsx",
      "csv",
      "import.oldWorkbook",
      "import.oldWorkbook",
      "import.macros",
      "import.wrongKind",
      "import.wrongKind",
      "import.wrongKind",
      "import.wrongKind",
      "import.empty",
    ]);
    expect(sourceOf("C:\\tal\\ESG-tal 2024 (2).xlsx")).toBe(sourceOf("ESG-tal 2023.xlsx"));
  });
});
