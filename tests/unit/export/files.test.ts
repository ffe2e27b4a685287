import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { pageNumbersOf } from "@/lib/chromium/page-number/model";
import { danishSpreadsheetCsv, tidyCsv } from "@/lib/export/csv/model";
import { fileResponse } from "@/lib/export/file/model";
import { sheetPlans, tidyRows, type TidyRow } from "@/lib/export/model";
import { workbook } from "@/lib/export/xlsx/model";
import { assembleReport } from "@/lib/report/model";
import { figure, kpi, yearView } from "../report/fixture";

const report = { year: 2023, title: "Report", subtitle: "", sections: [] };
const row = (rest: Partial<TidyRow> = {}): TidyRow => ({
  organisation: "Acme",
  org_unit: "Acme",
  kpi: "one",
  name: "One",
  year: "2023",
  status: "reported",
  value: "1",
  men: "",
  women: "",
  unit: "t",
  target: "",
  footnote: "",
  restated_from: "",
  restatement: "",
  ...rest,
});
const second = (csv: string) => csv.split("\r\n")[1]!;
const formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "＋1", "＠1"];

describe("CSV", () => {
  test.each(formulas)("a text %j that a spreadsheet would calculate stays text", (name) => {
    expect(
      second(tidyCsv([row({ name })]).replaceAll(/"([^"]*)"/g, (_, inner: string) => inner.replaceAll(/[\r\n]/g, "␤"))),
    ).toMatch(/^Acme,Acme,one,'/);
  });

  test("a negative figure stays a number, in both forms", () => {
    expect(second(tidyCsv([row({ value: "-5.25" })]))).toBe("Acme,Acme,one,One,2023,reported,-5.25,,,t,,,,");
    expect(second(danishSpreadsheetCsv([row({ value: "-5.25" })]))).toBe(
      "Acme;Acme;one;One;2023;reported;-5,25;;;t;;;;",
    );
  });

  test("whatever the text, no cell begins like a formula", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("=", "+", "-", "@", " ", "\n", "\t", "\r", '"', ",", "a") }),
        (name) => {
          const cell = tidyCsv([row({ name })])
            .split("Acme,Acme,one,")[1]!
            .replace(/^"/, "");
          expect(cell).not.toMatch(/^[ \n]*[=+@\t\r]|^[ \n]*-/);
        },
      ),
    );
  });
});

describe("XLSX", () => {
  test.each(formulas)("a text %j stays text", async (name) => {
    const view = yearView([kpi("one", { name })]);
    const [sheet] = await readExcelFile(await workbook(sheetPlans(assembleReport(report, view), "da")));
    expect(String(sheet!.data[1]![1]).trim()).toBe(name.trim());
  });

  test("negative, large and many-decimal figures are numbers; a missing one is its glyph, never 0", async () => {
    const view = yearView([
      kpi("one", { figures: [figure(2022, "-5.25"), figure(2023, "15374")] }),
      kpi("two", { figures: [figure(2022, null, { status: "pending" }), figure(2023, null)] }),
    ]);
    const [sheet] = await readExcelFile(await workbook(sheetPlans(assembleReport(report, view), "en")));
    expect(sheet!.data[1]!.slice(4, 6)).toEqual([15374, -5.25]);
    expect(sheet!.data[2]!.slice(4, 6)).toEqual(["…", "-"]);
  });

  test("control characters and half surrogates do not break the workbook", async () => {
    const view = yearView([kpi("one", { name: "a\u0000b\u0007c\ud800d" })]);
    const [sheet] = await readExcelFile(await workbook(sheetPlans(assembleReport(report, view), "da")));
    expect(sheet!.data[1]![1]).toBe("abcd");
  });
});

test("tidy rows say what is not there by an empty text, and what cannot be calculated as missing", () => {
  const view = yearView([
    kpi("one", { figures: [figure(2022, "0"), figure(2023, null, { status: "reported", lacks: ["revenue"] })] }),
  ]);
  expect(tidyRows(assembleReport(report, view), "da").map(({ year, status, value }) => [year, status, value])).toEqual([
    ["2022", "reported", "0"],
    ["2023", "missing", ""],
  ]);
});

test("a file comes with its type, a safe name and its language", () => {
  const { headers } = fileResponse("xlsx", { slug: "aleris", year: 2023, locale: "en" }, "");
  expect(headers.get("content-disposition")).toBe('attachment; filename="aleris-2023-en.xlsx"');
  expect(headers.get("content-language")).toBe("en");
});

test("page numbers come from the PDF's page tree, nested or not, and its named places", () => {
  const pdf = [
    "%PDF-1.4",
    "1 0 obj\n<</Type /Catalog\n/Pages 2 0 R\n/Dests 9 0 R>>\nendobj",
    "2 0 obj\n<</Type /Pages\n/Kids [3 0 R 4 0 R]>>\nendobj",
    "3 0 obj\n<</Type /Pages\n/Kids [5 0 R 6 0 R]>>\nendobj",
    "4 0 obj\n<</Type /Page>>\nendobj",
    "5 0 obj\n<</Type /Page>>\nendobj",
    "6 0 obj\n<</Type /Page>>\nendobj",
    "9 0 obj\n<</appendix-e [4 0 R /XYZ 6 777 0]\n/#25C3#25A9t [6 0 R /XYZ 6 777 0]\n/gone [77 0 R /XYZ 0 0 0]>>\nendobj",
  ].join("\n");
  expect(pageNumbersOf(Buffer.from(pdf, "latin1"))).toEqual({ "appendix-e": 3, ét: 2 });
  expect(pageNumbersOf(Buffer.from("not a pdf"))).toEqual({});
});
