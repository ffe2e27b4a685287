import { fill, figureWords } from "@/components/figure/words";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { isRestatedYear, restatedNotes } from "@/lib/restatement/mark/model";
import "@/components/figure/figure.css";

/** The sign beside a year whose column has a restated figure. */
export function RestatedColumn({ rows, year, locale }: { rows: readonly KpiYear[]; year: number; locale: Locale }) {
  if (!isRestatedYear(rows, year)) return null;
  const title = fill(figureWords(locale).restatedColumn, { year });
  return (
    <sup className="restated" title={title}>
      r<span className="vh"> ({title})</span>
    </sup>
  );
}

/** What was restated in a table and why, a line each; nothing where nothing was. */
export function RestatedNotes({
  rows,
  className,
  locale,
}: {
  rows: readonly KpiYear[];
  className?: string;
  locale: Locale;
}) {
  return restatedNotes(rows, locale).map(({ key, text }) => (
    <p key={key} className={className}>
      <span>
        <sup>r</sup> {text}
      </span>
    </p>
  ));
}
