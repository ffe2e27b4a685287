import { stringify } from "csv-stringify/sync";
import writeExcelFile, { type Cell, type Row } from "write-excel-file/node";
import da from "@/lib/language/messages/da/import.json";
import en from "@/lib/language/messages/en/import.json";
import type { ValueStatus } from "@/lib/database/generated/enums";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import type { DecimalText } from "@/lib/number/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** A figure as a template shows it. */
export type TemplateFigure = {
  status: ValueStatus | null;
  amount: DecimalText | null;
  scale: number | null;
  men: DecimalText | null;
  women: DecimalText | null;
};

/** One asked cell of a template: what it is, last year's figure, and this year's as far as it is there. */
export type TemplateRow = TemplateFigure & {
  orgUnitCode: string;
  orgUnit: string;
  code: string;
  name: string;
  unitOfMeasure: string;
  year: number;
  basis: string;
  comment: string;
  source: string;
  last: TemplateFigure | null;
};

const words = { da: { ...da.template, statusWord: da.statusWord }, en: { ...en.template, statusWord: en.statusWord } };
const columns = [
  "orgUnitCode",
  "orgUnit",
  "code",
  "name",
  "unitOfMeasure",
  "year",
  "lastYear",
  "status",
  "value",
  "basis",
  "comment",
  "source",
] as const;
const widths = [16, 24, 24, 46, 14, 7, 12, 14, 14, 30, 30, 30];

/** The entry sheet as a workbook: codes in columns of their own, last year's figures beside, statuses as a pick list, this year's figures where there are any. Brought back, it needs no mapping. */
export async function templateWorkbook(rows: TemplateRow[], locale: Locale): Promise<Buffer<ArrayBuffer>> {
  const t = words[locale];
  const head: Row = columns.map((column) => ({
    value: t[column],
    type: String,
    fontWeight: "bold",
    wrap: true,
    bottomBorderStyle: "thin",
  }));
  const muted = { textColor: "#55616B" } as const;
  const body = rows.map((row): Row => [
    text(row.orgUnitCode, muted),
    text(row.orgUnit),
    text(row.code, muted),
    text(row.name),
    text(unitLabel(row.unitOfMeasure, locale, "long"), muted),
    { value: row.year, type: Number, format: "0", ...muted },
    figureCell(row.last, locale, muted),
    text(row.status ? t.statusWord[row.status] : ""),
    figureCell(row, locale),
    text(row.basis),
    text(row.comment),
    text(row.source),
  ]);
  const list = Object.values(t.statusWord)
    .join(",")
    .replace(/[&<>"]/g, "");
  const validation = `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="H2:H${rows.length + 1}"><formula1>"${list}"</formula1></dataValidation></dataValidations>`;
  // After the last of conditionalFormatting, sheetData …: the order of a worksheet's parts is fixed (ECMA-376 18.3.1.99).
  const pickList = {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml: string) =>
            xml.replace(
              /(<\/sheetData>(?:<mergeCells[\s\S]*?<\/mergeCells>)?(?:<conditionalFormatting[\s\S]*<\/conditionalFormatting>)?)/,
              `$1${rows.length > 0 ? validation : ""}`,
            ),
        },
      },
    },
  };
  const file = writeExcelFile(
    [
      {
        sheet: t.sheet,
        data: [head, ...body],
        stickyRowsCount: 1,
        stickyColumnsCount: 4,
        columns: widths.map((width) => ({ width })),
      },
    ],
    { fontFamily: "Calibri", fontSize: 11, features: [pickList] },
  );
  return Buffer.from(await file.toBuffer());
}

function text(value: string, style: object = {}): Cell {
  // XML has no place for control characters.
  return value === ""
    ? null
    : { value: value.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ""), type: String, ...style };
}

function figureCell(figure: TemplateFigure | null, locale: Locale, style: object = {}): Cell {
  if (!figure?.status) return null;
  const { amount, scale, men, women } = figure;
  // The only place an exact decimal becomes a binary number: a worksheet knows no other. Beyond its 15 digits it is written as text.
  if (amount !== null && amount.replace(/\D/g, "").length <= 15)
    return {
      value: Number(amount),
      type: Number,
      align: "right",
      format: `#,##0${scale ? `.${"0".repeat(scale)}` : ""}`,
      ...style,
    };
  if (amount !== null)
    return text(formatDecimal(amount, locale, { decimals: scale ?? 0 }), { align: "right", ...style });
  return men !== null && women !== null
    ? text(formatSplit({ men, women }, locale, { decimals: scale ?? 0 }), { align: "right", ...style })
    : null;
}

/** The same as CSV for a spreadsheet of the language: Danish with semicolons, decimal commas, and the mark by which UTF-8 is known. */
export function templateCsv(rows: TemplateRow[], locale: Locale): string {
  const t = words[locale];
  const written = ({ status, amount, scale, men, women }: TemplateFigure) => {
    if (!status || (amount === null && men === null)) return "";
    return amount !== null
      ? formatDecimal(amount, locale, { decimals: scale ?? 0 }).replace("−", "-")
      : formatSplit({ men: men!, women: women! }, locale, { decimals: scale ?? 0 });
  };
  const lines = rows.map((row) =>
    [
      row.orgUnitCode,
      row.orgUnit,
      row.code,
      row.name,
      unitLabel(row.unitOfMeasure, locale, "long"),
      String(row.year),
      row.last ? written(row.last) : "",
      row.status ? t.statusWord[row.status] : "",
      written(row),
      row.basis,
      row.comment,
      row.source,
    ].map((cell, at) => (at === 6 || at === 8 ? cell : guarded(cell))),
  );
  return stringify([columns.map((column) => t[column]), ...lines], {
    record_delimiter: "windows",
    delimiter: locale === "da" ? ";" : ",",
    bom: true,
  });
}

/** A text a spreadsheet would take for a formula gets an apostrophe, which the import takes off again. */
function guarded(cell: string): string {
  return /^[ \n]*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}
