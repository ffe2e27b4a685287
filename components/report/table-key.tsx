import { breakIn, breakText } from "@/components/figure/break-mark";
import { RestatedNotes } from "@/components/figure/restated";
import { figureWords } from "@/components/figure/words";
import { formatDecimal } from "@/lib/number/format";
import type { Locale } from "@/lib/language/model";
import type { AppendixRow, Note } from "@/lib/report/appendix/model";
import { partlyCovered } from "@/lib/report/coverage/model";
import { bound } from "@/lib/report/narrative/binding/model";
import { filled, reportWords, shownStatus } from "@/lib/report/notation/model";

const glyphs = ["pending", "discontinued", "notMeasured", "notApplicable", "missing"] as const;

/** What the signs in this very table mean; a sign it does not use is not explained. */
export function TableKey({ rows, year, locale }: { rows: AppendixRow[]; year: number; locale: Locale }) {
  const { glyphOf, meaning } = reportWords(locale).report.appendix;
  const { noTarget } = reportWords(locale).report.target;
  const figures = rows.flatMap((row) => row.figures);
  const estimate = figures.find((figure) => figure.status === "estimated" && figure.amount !== null);
  const split = figures.find((figure) => figure.split)?.split;
  const used = new Set(figures.map(shownStatus));
  return (
    <>
      <p className="key">
        {estimate?.amount ? (
          <span>
            <b className="re">{formatDecimal(estimate.amount, locale, { decimals: estimate.decimals })}</b>
            <sup>e</sup> {meaning.estimated}
          </span>
        ) : null}
        {glyphs
          .filter((status) => used.has(status))
          .map((status) => (
            <span key={status}>
              {glyphOf[status]} {meaning[status]}
            </span>
          ))}
        {rows.some(({ kpi }) => !kpi.target.target) ? (
          <span>
            {noTarget} {meaning.noTarget}
          </span>
        ) : null}
        {split ? (
          <span>
            {split.men}/{split.women} {meaning.split}
          </span>
        ) : null}
        {figures.some((figure) => figure.restated) ? (
          <span>
            <sup>r</sup> {figureWords(locale).restatedKey}
          </span>
        ) : null}
        {figures.some((figure) => figure.isExample) ? <span>* {meaning.example}</span> : null}
      </p>
      <TableCoverage rows={rows} year={year} locale={locale} />
      <TableBreaks rows={rows} locale={locale} />
      <RestatedNotes rows={rows.map(({ kpi }) => kpi)} className="key" locale={locale} />
    </>
  );
}

/** Which figures of the year leave out org units: "Dækning 2024: E7, E8 4 af 8 enheder." */
function TableCoverage({ rows, year, locale }: { rows: AppendixRow[]; year: number; locale: Locale }) {
  const { figure: words, report } = reportWords(locale);
  const numbers = new Map<string, string[]>();
  for (const { kpi, covered, of } of partlyCovered(rows.map((row) => row.kpi))) {
    const text = filled(words.coverage, { covered, of });
    numbers.set(text, [...(numbers.get(text) ?? []), rows.find((row) => row.kpi === kpi)?.number ?? ""]);
  }
  if (numbers.size === 0) return null;
  const parts = [...numbers].map(([text, ofRows]) => `${ofRows.join(", ")} ${text}`).join("; ");
  return <p className="key">{filled(report.appendix.coverage, { year, parts })}</p>;
}

/** What the upright lines in the table part: "S19. Brud 2023, ny serie: …". */
function TableBreaks({ rows, locale }: { rows: AppendixRow[]; locale: Locale }) {
  const words = figureWords(locale);
  const parts = rows.flatMap(({ kpi, number }) =>
    kpi.breaks
      .filter(({ year }) => breakIn(kpi, year))
      .map((broken) => ({ key: `${number} ${broken.year}`, text: `${number}. ${breakText(broken, words)}` })),
  );
  return parts.map(({ key, text }) => (
    <p key={key} className="key mark-key">
      <span className="break-sign" aria-hidden="true" />
      <span>{text}</span>
    </p>
  ));
}

/** The notes marked in this table. A note met in an earlier table is printed again, so that each table stands alone. */
export function TableNotes({ notes, scope, locale }: { notes: Note[]; scope: string; locale: Locale }) {
  if (notes.length === 0) return null;
  return (
    <ol className="notes" aria-label={reportWords(locale).report.appendix.notes}>
      {notes.map(({ mark, text }) => (
        <li key={mark} id={`note-${scope}-${mark}`}>
          <span className="nn">{mark}</span>
          <span>{bound(text)}</span>
        </li>
      ))}
    </ol>
  );
}
