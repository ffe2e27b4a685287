import type { Figure, KpiYear, Restated } from "@/lib/figure/model";
import daFigure from "@/lib/language/messages/da/figure.json";
import enFigure from "@/lib/language/messages/en/figure.json";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { effectLine, effectSentence, saidText } from "../line/model";

/** What was restated of a KPI's figure in a year; null: nothing. */
export type RestatedOf = (code: string, year: number) => Restated | null;

const words = { da: daFigure, en: enFigure };

/** A KPI's row with its restated figures marked. */
export function markRestated(row: KpiYear, of: RestatedOf): KpiYear {
  return { ...row, figures: row.figures.map((figure) => ({ ...figure, restated: of(row.code, figure.year) })) };
}

/** Whether a year's column has a restated figure among these rows. */
export function isRestatedYear(rows: readonly KpiYear[], year: number): boolean {
  return rows.some(({ figures }) => figures.some((figure) => figure.year === year && figure.restated !== null));
}

/** What the mark at a figure says: "Korrigeret 22.11.2026, før 10.111". Empty without a restatement. */
export function restatedTitle({ restated, decimals }: Figure, locale: Locale): string {
  if (!restated) return "";
  const before = saidText(restated.before, decimals, locale);
  const date = formatDate(new Date(restated.at), locale);
  if (restated.isNumberKept) return words[locale].restatedBeside[restated.kind].replace("{date}", date);
  return words[locale].restatedTitle.replace("{date}", date).replace("{before}", before);
}

/** The note under a table: "Scope 2 2022: 652 → 671 t, +2,9 %. Rettet emissionsfaktor." Empty without a restatement. */
function restatedNote(kpi: KpiYear, figure: Figure, locale: Locale): string {
  const { restated } = figure;
  if (!restated) return "";
  if (restated.isNumberKept) {
    const said = words[locale].restatedBesideNote[restated.kind];
    return `${said.replace("{name}", kpi.shortName).replace("{year}", String(figure.year))} ${restated.reason}`.trim();
  }
  const split = figure.split ?? { men: null, women: null };
  const after = { status: figure.status, amount: figure.amount, ...split };
  const line = effectLine(
    {
      year: figure.year,
      before: restated.before,
      after,
      decimals: figure.decimals,
      percent: restated.percent,
      isMaterial: false,
    },
    { code: kpi.code, name: kpi.shortName, unitOfMeasure: kpi.unitOfMeasure, orgUnit: null },
    false,
    locale,
  );
  return `${effectSentence(line)}. ${restated.reason}`.trim();
}

/** The notes of all restated figures of these rows, in their order, the latest year first. */
export function restatedNotes(rows: readonly KpiYear[], locale: Locale): { key: string; text: string }[] {
  return rows.flatMap((kpi) =>
    kpi.figures
      .toReversed()
      .flatMap((figure) =>
        figure.restated ? [{ key: `${kpi.code} ${figure.year}`, text: restatedNote(kpi, figure, locale) }] : [],
      ),
  );
}
