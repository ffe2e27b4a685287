import { cellPlace, decimalOf, type FileCell, type FileRow, type SheetFacts } from "@/lib/import/cell/model";
import { dayOf, type Formats } from "@/lib/import/xlsx/format/model";
import { attribute, xmlReader } from "@/lib/import/xml/model";

/** What the cells of a sheet refer to. */
export type Workbook = { strings: string[]; formats: Formats; is1904: boolean };

const superscripts: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

/**
 * Collects the text of a string item: its runs without the phonetic ones. Digits raised by a run's format become
 * Unicode's superscripts: else "719" with a raised 8 would be read as 7198.
 */
function textCollector() {
  let [text, isRaised, isText, isPhonetic] = ["", false, false, false];
  return {
    open(name: string, attributes: string) {
      if (name === "t") isText = true;
      else if (name === "r") isRaised = false;
      else if (name === "rPh") isPhonetic = true;
      else if (name === "vertAlign") isRaised = attribute(attributes, "val") === "superscript";
    },
    text(piece: string) {
      if (isText && !isPhonetic) text += isRaised ? piece.replace(/\d/g, (digit) => superscripts[digit]!) : piece;
    },
    close(name: string) {
      if (name === "t") isText = false;
      else if (name === "r") isRaised = false;
      else if (name === "rPh") isPhonetic = false;
    },
    /** The text so far; begins anew. */
    take(): string {
      const taken = text;
      [text, isRaised, isText, isPhonetic] = ["", false, false, false];
      return taken;
    },
  };
}

/** Reads shared strings (in order) into `strings`; throws RangeError beyond `most`. */
export function stringsReader(strings: string[], most: number) {
  const collector = textCollector();
  return xmlReader({
    open: collector.open,
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name !== "si") return;
      strings.push(collector.take());
      if (strings.length > most) throw new RangeError("too many texts");
    },
  });
}

/** Reads a worksheet; finished rows are put into `rows`, what stands around them into `facts`. */
export function sheetReader(workbook: Workbook, rows: FileRow[], facts: SheetFacts) {
  const inline = textCollector();
  let row: FileRow = { index: -1, isHidden: false, cells: [] };
  let cell = { column: -1, type: "", style: 0, value: "", hasValue: false, hasFormula: false };
  let isValue = false;
  return xmlReader({
    open(name, attributes) {
      if (name === "c") {
        const place = cellPlace(attribute(attributes, "r") ?? "");
        cell = {
          column: place?.column ?? cell.column + 1,
          type: attribute(attributes, "t") ?? "n",
          style: Number(attribute(attributes, "s") ?? 0),
          value: "",
          hasValue: false,
          hasFormula: false,
        };
      } else if (name === "v") {
        isValue = cell.hasValue = true;
      } else if (name === "f") cell.hasFormula = true;
      else if (name === "row") {
        const number = Number(attribute(attributes, "r") ?? row.index + 2);
        row = {
          index: Number.isInteger(number) && number > 0 ? number - 1 : row.index + 1,
          isHidden: isTrue(attribute(attributes, "hidden")),
          cells: [],
        };
        cell.column = -1;
      } else if (name === "mergeCell") addMerge(facts, attribute(attributes, "ref") ?? "");
      else if (name === "col" && isTrue(attribute(attributes, "hidden")))
        addHidden(facts, Number(attribute(attributes, "min")), Number(attribute(attributes, "max")));
      else inline.open(name, attributes);
    },
    text(piece) {
      if (isValue) cell.value += piece;
      else inline.text(piece);
    },
    close(name) {
      if (name === "v") isValue = false;
      else if (name === "c") {
        const read = cellOf(cell, inline.take(), workbook);
        if (read) row.cells.push(read);
      } else if (name === "row") rows.push(row);
      else inline.close(name);
    },
  });
}

type Raw = { column: number; type: string; style: number; value: string; hasValue: boolean; hasFormula: boolean };

function cellOf(
  { column, type, style, value, hasValue, hasFormula }: Raw,
  inline: string,
  { strings, formats, is1904 }: Workbook,
): FileCell | null {
  const plain = { column, isPercent: false, decimals: null };
  // A text that is not among the workbook's: the cell says something, and nobody knows what.
  if (type === "s" && hasValue && strings[Number(value)] === undefined) return { ...plain, kind: "error", text: "?" };
  const words =
    type === "s" ? (strings[Number(value)] ?? "") : type === "inlineStr" ? inline : type === "str" ? value : null;
  if (words !== null)
    return words.trim() === ""
      ? hasFormula && !hasValue
        ? { ...plain, kind: "uncalculated", text: "" }
        : null
      : { ...plain, kind: "text", text: words };
  if (type === "e") return { ...plain, kind: "error", text: value };
  if (!hasValue || value === "") return hasFormula ? { ...plain, kind: "uncalculated", text: "" } : null;
  if (type === "b") return { ...plain, kind: "boolean", text: value === "1" ? "TRUE" : "FALSE" };
  if (type === "d") return { ...plain, kind: "date", text: value.slice(0, 10) };
  const number = decimalOf(value);
  if (number === null) return { ...plain, kind: "text", text: value };
  const { isDate, isPercent, decimals } = formats.of(style);
  const day = isDate ? dayOf(value, is1904) : null;
  return day ? { ...plain, kind: "date", text: day } : { column, kind: "number", text: number, isPercent, decimals };
}

const isTrue = (flag: string | null) => flag === "1" || flag === "true";

/** More than a sheet of a report has, and few enough to be kept. */
const mostMerges = 20_000;

function addMerge(facts: SheetFacts, ref: string): void {
  const [from, to] = ref.split(":").map((name) => cellPlace(name.replaceAll("$", "")));
  if (!from || !to || facts.merges.length >= mostMerges) return;
  facts.merges.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
}

function addHidden(facts: SheetFacts, from: number, to: number): void {
  for (let column = from; column <= Math.min(to, 16_384); column++) facts.hiddenColumns.push(column - 1);
}
