/** The appendix as the printed report has it, straight from the reference: what every page and file is held against. */
import { reference, type Indicator } from "@/prisma/demo/reference";

/** One row as printed in Danish: its number in the appendix, target, and cells, newest year first. */
export type ExpectedRow = {
  number: string;
  code: string;
  name: string;
  target: string;
  cells: string[];
  indicator: Indicator;
};

const letters = { environment: "E", social: "S", governance: "G" };
const glyphs: Record<string, string> = { pending: "-", "not-reported": "–", discontinued: "-" };

/** A number in Danish; written again here, so that the product is not measured by itself. */
function danish(text: string): string {
  const [whole = "", rest] = text.split(".");
  let grouped = "";
  for (let at = whole.length; at > 0; at -= 3)
    grouped = whole.slice(Math.max(0, at - 3), at) + (grouped ? `.${grouped}` : "");
  return rest === undefined ? grouped : `${grouped},${rest}`;
}

const seen: Record<string, number> = {};
export const years = [...reference.years].sort((a, b) => b - a);

/** All 43 rows in appendix order. */
export const expectedRows: ExpectedRow[] = reference.indicators.map((indicator) => {
  const letter = letters[indicator.section];
  seen[letter] = (seen[letter] ?? 0) + 1;
  const cells = years.map((year) => {
    const cell = indicator.values[year]!;
    return typeof cell === "string" ? (glyphs[cell] ?? danish(cell)) : `${danish(cell.men)}/${danish(cell.women)}`;
  });
  return {
    number: `${letter}${seen[letter]}`,
    code: indicator.code,
    name: indicator.name.da,
    target: indicator.target2024.printed,
    cells,
    indicator,
  };
});

/** Nothing a reader should ever see. */
export const neverPrinted = /\b(NaN|Infinity|undefined|null)\b|\[object/;
