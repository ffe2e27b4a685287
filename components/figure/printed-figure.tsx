import type { ReactNode } from "react";
import { printedFigure } from "@/components/figure/printed";
import type { FigureWords } from "@/components/figure/words";
import type { Figure } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import "@/components/figure/figure.css";

type Props = {
  figure: Figure;
  words: FigureWords;
  locale: Locale;
  /** In a column whose figures line up at the decimal, or running with text. */
  aligned?: boolean;
  /** Whether an invented figure is marked right here; a table may mark it in a column of its own. */
  tagged?: boolean;
  /** Where its lineage is shown; without, the figure leads nowhere. */
  href?: string;
};

/** A figure as printed everywhere: exact, an estimate marked by a raised e and a dotted line, a missing one by its glyph with the reason as its title. */
export function PrintedFigure({ figure, words, locale, aligned = false, tagged = true, href }: Props) {
  const printed = printedFigure(figure, words, locale);
  const isEstimated = printed.hasFigure && figure.status === "estimated";
  const raised = (
    <>
      {isEstimated ? <sup>e</sup> : null}
      {figure.restated ? <sup className="restated">r</sup> : null}
    </>
  );
  const classes = [aligned ? "n" : "fig", isEstimated && "est", printed.hasFigure || "miss"]
    .filter((name) => typeof name === "string")
    .join(" ");
  const title = printed.title || undefined;
  const body = aligned ? (
    <>
      <span>{printed.whole}</span>
      <em>
        {printed.rest}
        {raised}
      </em>
    </>
  ) : (
    <>
      {printed.whole + printed.rest}
      {raised}
    </>
  );
  return (
    <>
      <Told href={href} className={classes} title={title}>
        {body}
        {/* A title is not read aloud by every screen reader, and a lone "-" says nothing. */}
        {title ? <span className="vh"> ({title})</span> : null}
      </Told>
      {tagged && printed.hasFigure && figure.isExample ? <ExampleTag words={words} /> : null}
    </>
  );
}

/** A figure that leads to its lineage, in the look of one that does not; a panel opens it beside the page (components/lineage). */
export function Told({ href, ...rest }: { href?: string; className?: string; title?: string; children: ReactNode }) {
  return href === undefined ? (
    <span {...rest} />
  ) : (
    <a {...rest} href={href} data-figure="" className={`${rest.className ?? ""} to-lineage`} />
  );
}

/** Marks what was invented for the demonstration. */
export function ExampleTag({ words }: { words: FigureWords }) {
  return (
    <span className="example" title={words.exampleTitle}>
      {words.example}
    </span>
  );
}
