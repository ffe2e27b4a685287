import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ReportDocument } from "@/components/report/report-document";
import { danishSpreadsheetCsv, tidyCsv } from "@/lib/export/csv/model";
import { tidyJson, type KpiJson } from "@/lib/export/json/model";
import { sheetPlans, tidyColumns, tidyRows, type TidyRow } from "@/lib/export/model";
import { workbook } from "@/lib/export/xlsx/model";
import type { ReportView } from "@/lib/report/model";
import { getReportView } from "@/lib/report/view/queries";
import { loadDemo } from "@/prisma/seed";
import { expectedRows, neverPrinted, years } from "../factories/report-cells";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let of: ReportView;
let html: string;
const views: ReportView[] = [];

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  for (const organisation of await world.database.organisation.findMany()) {
    for (const { year } of await world.database.report.findMany({ where: { organisationId: organisation.id } })) {
      views.push(
        (await getReportView({ id: organisation.id, dataVersion: "1" }, year, "da"))!,
        (await getReportView({ id: organisation.id, dataVersion: "1" }, year, "en"))!,
      );
    }
  }
  of = views.find(
    ({ view, report }) =>
      view.organisation.slug === "aleris" && report.year === 2023 && report.title.startsWith("CSR-rapport"),
  )!;
  html = renderToStaticMarkup(createElement(ReportDocument, { of, locale: "da", nonce: undefined }));
}, 60_000);
afterAll(() => world.close());

const plain = (markup: string) =>
  markup
    .replace(/<sup\b.*?<\/sup>/g, "")
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();

/** The cells of a row by its number: name, target, then the years. */
function rowOf(number: string): string[] {
  const row = new RegExp(`<tr id="${number}".*?</tr>`).exec(html)![0];
  return [...row.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/g)].map(([, content]) => plain(content!));
}

describe("the appendix in Danish", () => {
  it.each(expectedRows)(
    "$number $code: every cell of the page is the reference's",
    ({ number, name, target, cells }) => {
      const [head, , shownTarget, ...rest] = rowOf(number);
      expect(head).toBe(number + name);
      expect([shownTarget, ...rest.slice(0, cells.length)]).toEqual([target, ...cells]);
    },
  );

  it("holds 43 rows, and marks estimates and missing values", () => {
    expect(html.match(/<tr id="[ESG]\d+"/g)).toHaveLength(43);
    expect(html.match(/<sup>e<\/sup>/g)!.length).toBeGreaterThanOrEqual(4);
    expect(/<tr id="E9".*?<\/tr>/.exec(html)![0]).toMatch(
      /<abbr title="Afventer[^"]*se note 2">-<\/abbr><span class="f"><sup><a href="#note-e-2">2<\/a><\/sup>/,
    );
  });

  it("numbers notes in the order they are met, and every mark has its note", () => {
    const targets = [...html.matchAll(/href="#(note-[^"]+)"/g)].map(([, id]) => id!);
    expect(targets.length).toBeGreaterThan(20);
    for (const id of targets) expect(html.match(new RegExp(`id="${id}"`, "g")), id).toHaveLength(1);
    expect(of.appendix.notes.map(({ mark }) => mark)).toEqual(["1", "2", "3", "4", "5", "6", "7", "a", "b", "c"]);
  });

  it("says on the cover what the figures say", () => {
    expect(html).toContain("15 af 43 nøgletal er allerede på målet for 2024");
    expect(of.tally).toEqual([
      { state: "alreadyMet", count: 15 },
      { state: "behind", count: 12 },
      { state: "baseline", count: 4 },
      { state: "noData", count: 3 },
      { state: "noTarget", count: 9 },
    ]);
  });
});

describe("files of the same figures", () => {
  const expectedTidy = expectedRows.flatMap(({ indicator }) =>
    years.toReversed().map((year) => ({ indicator, year, cell: indicator.values[year]! })),
  );
  const check = (rows: Record<string, string>[]) => {
    expect(rows).toHaveLength(215);
    for (const [index, { indicator, year, cell }] of expectedTidy.entries()) {
      const row = rows[index]!;
      expect([row.kpi, row.year, row.name], `${indicator.code} ${year}`).toEqual([
        indicator.code,
        String(year),
        indicator.name.da,
      ]);
      const isWord = typeof cell === "string" && !/^-?\d/.test(cell);
      expect([row.value, row.men, row.women], `${indicator.code} ${year}`).toEqual(
        typeof cell === "string" ? [isWord ? "" : cell, "", ""] : ["", cell.men, cell.women],
      );
      const status =
        { pending: "pending", "not-reported": "notMeasured", discontinued: "discontinued" }[String(cell)] ??
        (indicator.estimated?.includes(String(year)) ? "estimated" : "reported");
      expect(row.status, `${indicator.code} ${year}`).toBe(status);
      expect(row.target, indicator.code).toBe(indicator.target2024.kind === "none" ? "" : indicator.target2024.printed);
    }
  };

  it("CSV: every cell of the reference, exact", () => {
    const lines = tidyCsv(tidyRows(of, "da")).trimEnd().split("\r\n").map(fieldsOf);
    expect(lines[0]).toEqual([...tidyColumns]);
    check(lines.slice(1).map((fields) => Object.fromEntries(tidyColumns.map((name, index) => [name, fields[index]!]))));
  });

  it("CSV for a Danish spreadsheet: the same with semicolons and decimal commas", () => {
    const text = danishSpreadsheetCsv(tidyRows(of, "da"));
    expect(text.startsWith("\uFEFForganisation;org_unit;kpi;")).toBe(true);
    expect(text).toMatch(/scope2-location-intensity;[^\r\n]*;2023;estimated;0,63;/);
  });

  it("JSON: every cell of the reference, as texts with the CSV's keys, each KPI once", () => {
    const kpis = JSON.parse(tidyJson(tidyRows(of, "da"))) as KpiJson[];
    expect(kpis).toHaveLength(43);
    const none = { men: "", women: "", restated_from: "", restatement: "" };
    const rows: TidyRow[] = kpis.flatMap(({ years, ...kpi }) => years.map((year) => ({ ...kpi, ...none, ...year })));
    for (const year of kpis.flatMap(({ years }) => years)) expect(year).not.toMatchObject({ men: "" });
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...tidyColumns].sort());
    check(rows);
  });

  it("XLSX: a sheet each for E, S, G and footnotes, numbers as numbers", async () => {
    const sheets = await readExcelFile(await workbook(sheetPlans(of, "da")));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(["E", "S", "G", "Fodnoter"]);
    const rows = sheets
      .slice(0, 3)
      .flatMap(({ data }) => data)
      .filter((row) => /^[ESG]\d+$/.test(String(row[0])));
    expect(rows).toHaveLength(43);
    for (const [index, { number, target, indicator }] of expectedRows.entries()) {
      const row = rows[index]!;
      expect([row[0], row[1], row[3]]).toEqual([number, indicator.name.da, target]);
      for (const [column, year] of years.entries()) {
        const cell = indicator.values[year]!;
        const expected =
          typeof cell !== "string"
            ? `${cell.men}/${cell.women}`
            : /^-?\d/.test(cell)
              ? Number(cell)
              : expectedRows[index]!.cells[column];
        expect(row[4 + column], `${number} ${year}`).toBe(expected);
      }
    }
    expect(sheets[0]!.data[0]).toEqual([
      "Nr.",
      "Nøgletal",
      "Enhed",
      "Mål 2024",
      "2023",
      "2022",
      "2021",
      "2020",
      "2019",
      "Status 2023",
      "Noter",
    ]);
    expect(sheets[3]!.data.flat()).toContain("Dækker kun København og Esbjerg.");
  });
});

it("no report, page or file, of any organisation prints NaN, undefined or null", async () => {
  expect(views).toHaveLength(6);
  for (const view of views) {
    const locale = view.report.title.startsWith("CSR report") || view.report.title.startsWith("Sustain") ? "en" : "da";
    const rows = tidyRows(view, locale);
    const sheets = await readExcelFile(await workbook(sheetPlans(view, locale)));
    for (const text of [
      renderToStaticMarkup(createElement(ReportDocument, { of: view, locale, nonce: undefined })).replace(
        /<[^>]*>/g,
        " ",
      ),
      tidyCsv(rows),
      tidyJson(rows),
      sheets.flatMap(({ data }) => data.flat().filter((cell) => cell !== null)).join(" "),
    ]) {
      expect(text).not.toMatch(neverPrinted);
    }
  }
});

/** One record of RFC 4180. */
function fieldsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
  );
}
