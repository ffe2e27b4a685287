import { attribute, xmlReader } from "@/lib/import/xml/model";

/** What a number format says about the number under it. */
export type NumberFormat = {
  isDate: boolean;
  isPercent: boolean;
  /** Decimals shown; null: as many as there are. */ decimals: number | null;
};

/** The formats of cells, by the index a cell names. */
export type Formats = { of(style: number): NumberFormat };

const general: NumberFormat = { isDate: false, isPercent: false, decimals: null };

/** Formats every spreadsheet has without saying so (ECMA-376 18.8.30); the dates among them vary by language, all are dates. */
const builtIn: Record<number, string> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  41: "#,##0",
  42: "#,##0",
  43: "#,##0.00",
  44: "#,##0.00",
};
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Reads the styles of a workbook. */
export function readFormats(): { reader: ReturnType<typeof xmlReader>; formats: Formats } {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const known = new Map<number, NumberFormat>();
  let isInCellXfs = false;
  const reader = xmlReader({
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(Number(attribute(attributes, "numFmtId")), attribute(attributes, "formatCode") ?? "");
      if (name === "cellXfs") isInCellXfs = true;
      if (name === "xf" && isInCellXfs) styles.push(Number(attribute(attributes, "numFmtId") ?? 0));
    },
    text() {},
    close(name) {
      if (name === "cellXfs") isInCellXfs = false;
    },
  });
  const of = (style: number): NumberFormat => {
    // Without its format nobody knows whether 0.27 is shown as 27 %.
    if (style >= styles.length && style > 0) throw new RangeError("a cell's format is missing");
    const id = styles[style] ?? 0;
    const format =
      known.get(id) ??
      (isBuiltInDate(id) && !codes.has(id)
        ? { ...general, isDate: true }
        : formatOf(codes.get(id) ?? builtIn[id] ?? "General"));
    known.set(id, format);
    return format;
  };
  return { reader, formats: { of } };
}

/** What a format code means: `0.0 %`, `#,##0.00;-#,##0.00`, `yyyy`, `[Red]0`. */
export function formatOf(code: string): NumberFormat {
  // Words in quotes, escaped signs, colours and currencies say nothing about the number.
  const bare = (code.split(";")[0] ?? "").replace(/"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]/gi, "");
  if (/general/i.test(bare) || bare.trim() === "" || bare.includes("@")) return general;
  if (/[ymdhs]/i.test(bare)) return { ...general, isDate: true };
  const fixed = /\.([0]+)/.exec(bare)?.[1]?.length ?? 0;
  const isOpen = /[#?]/.test(bare.split(".")[1] ?? "") || /[eE/]/.test(bare);
  return { isDate: false, isPercent: bare.includes("%"), decimals: isOpen ? null : Math.min(6, fixed) };
}

/** The day a spreadsheet's number stands for, ISO; null outside 1900–2200. The first system believes in 29 February 1900, as Excel does. */
export function dayOf(serial: string, is1904: boolean): string | null {
  const days = Math.floor(Number(serial));
  if (!Number.isFinite(days)) return null;
  const since = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const day = new Date(since + days * 86_400_000);
  return day.getUTCFullYear() >= 1900 && day.getUTCFullYear() <= 2200 ? day.toISOString().slice(0, 10) : null;
}
