import type { Target } from "@/lib/database/generated/client";
import type { Locale } from "@/lib/language/model";
import type { StoredTarget } from "./model";

/** A target's row as figures are judged by it, with its remark in a language. */
export function storedTarget(row: Target, locale: Locale): StoredTarget {
  const { year, kind, scale, baselineYear, setInYear, printsUnit } = row;
  return {
    ...{ year, kind, scale, baselineYear, setInYear, printsUnit },
    amount: row.amount?.toFixed(scale) ?? null,
    men: row.men?.toFixed() ?? null,
    women: row.women?.toFixed() ?? null,
    note: locale === "da" ? row.noteDa : row.noteEn,
  };
}
