import { Fragment } from "react";
import { printedFigure } from "@/components/figure/printed";
import { Told } from "@/components/figure/printed-figure";
import { figureWords } from "@/components/figure/words";
import type { Figure } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { filled, reportWords } from "@/lib/report/notation/model";

/** Marks of notes, raised, each leading to its note under the same table (`scope`). */
export function Marks({ marks, scope }: { marks: string[]; scope: string }) {
  if (marks.length === 0) return null;
  return (
    <sup>
      {marks.map((mark, index) => (
        <Fragment key={mark}>
          {index > 0 ? " " : null}
          <a href={`#note-${scope}-${mark}`}>{mark}</a>
        </Fragment>
      ))}
    </sup>
  );
}

/**
 * A cell of a report's table, its figures lined up at the decimal. An estimate has a dotted line and a raised e, an
 * invented figure a star; what is not there is its glyph, with the reason as its title and the mark of its note.
 */
export function ReportCell({
  figure,
  marks,
  scope,
  href,
  locale,
}: {
  figure: Figure;
  marks: string[];
  scope: string;
  /** Where its lineage is shown; without, the figure leads nowhere, nor does a glyph, which is too small to touch. */
  href?: string;
  locale: Locale;
}) {
  const words = figureWords(locale);
  const { hasFigure, whole, rest, title } = printedFigure(figure, words, locale);
  if (!hasFigure) {
    const needsNote = figure.status === "pending" || figure.status === "discontinued";
    const seeNote =
      needsNote && marks.length > 0
        ? `, ${filled(reportWords(locale).report.appendix.seeNote, { marks: marks.join(", ") })}`
        : "";
    return (
      <span className="rn gl">
        <abbr title={title.replace(/\.$/, "") + seeNote}>{whole}</abbr>
        <span className="f">{needsNote ? <Marks marks={marks} scope={scope} /> : null}</span>
      </span>
    );
  }
  const isEstimated = figure.status === "estimated";
  return (
    <Told href={href} className="rn" title={title || undefined}>
      <span className={isEstimated ? "re" : undefined}>{whole}</span>
      <span className="f">
        {rest === "" ? null : <span className={isEstimated ? "re" : undefined}>{rest}</span>}
        {isEstimated ? <sup>e</sup> : null}
        {figure.restated ? <sup>r</sup> : null}
        {figure.isExample ? <sup title={words.exampleTitle}>*</sup> : null}
      </span>
    </Told>
  );
}
