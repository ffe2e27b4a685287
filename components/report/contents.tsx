import type { ReactNode } from "react";
import { Blocks, type SectionProps } from "@/components/report/blocks";
import { StateSign } from "@/components/figure/sign";
import type { Locale } from "@/lib/language/model";
import { sectionName } from "@/lib/report/heading/model";
import type { ReportView, Section } from "@/lib/report/model";
import { filled, reportWords, shownStatus } from "@/lib/report/notation/model";

/** Links to every chapter; on paper the printer writes page numbers into the empty places. */
export function ContentsList({ of: { report, view }, locale }: { of: ReportView; locale: Locale }) {
  const words = reportWords(locale);
  return (
    <ol className="toc">
      {report.sections
        .filter(({ kind }) => kind !== "cover" && kind !== "contents")
        .map((section) => (
          <li key={section.code} className={toneOf(section, view.pillars)}>
            <a href={`#${section.code}`}>
              <span>{sectionName(section, words)}</span>
              <i data-page-of={section.code} />
            </a>
          </li>
        ))}
    </ol>
  );
}

/** Contents, how to read the figures, and what else its section holds. */
export function Contents({ section, of, lineageBase, locale }: SectionProps) {
  return (
    <section className="ch cont" id={section.code} aria-labelledby={`${section.code}-title`}>
      <h2 id={`${section.code}-title`}>{section.title}</h2>
      <ContentsList of={of} locale={locale} />
      <ReadingKey of={of} locale={locale} />
      <Blocks blocks={section.blocks} of={of} lineageBase={lineageBase} locale={locale} />
    </section>
  );
}

function ReadingKey({ of: { view, tally }, locale }: { of: ReportView; locale: Locale }) {
  const { reading, how, appendix, target } = reportWords(locale).report;
  const shown = view.kpis.flatMap((kpi) => kpi.figures);
  const estimate =
    view.kpis
      .map((kpi) => kpi.figures.at(-1))
      .find((figure) => figure?.status === "estimated" && figure.amount !== null)?.amount ?? "719";
  const split = shown.findLast((figure) => figure.split)?.split;
  const entries: [ReactNode, string][] = [
    [
      <>
        <span key="e" className="re">
          {estimate.split(".")[0]}
        </span>
        <sup className="e">e</sup>
      </>,
      reading.estimated,
    ],
    [
      <>
        {appendix.glyphOf.pending}
        <sup>1</sup>
      </>,
      reading.pending,
    ],
    [appendix.glyphOf.notMeasured, reading.notMeasured],
    ...(shown.some((figure) => shownStatus(figure) === "missing")
      ? [[appendix.glyphOf.missing, reading.missing] as [ReactNode, string]]
      : []),
    [target.noTarget, reading.noTarget],
    ...(split ? [[`${split.men}/${split.women}`, filled(reading.split, split)] as [ReactNode, string]] : []),
    ...(shown.some((figure) => figure.isExample) ? [["*", reading.example] as [ReactNode, string]] : []),
    ...tally
      .filter(({ state }) => state !== "noTarget")
      .map(({ state }): [ReactNode, string] => [
        <span key={state} className={`st s-${state}`}>
          <StateSign state={state} />
        </span>,
        filled(reading[state], { year: view.year }),
      ]),
  ];
  return (
    <section className="read" aria-labelledby="reading-title">
      <h3 id="reading-title">{how}</h3>
      <dl>
        {entries.map(([sign, meaning], index) => (
          <div key={index}>
            <dt>{sign}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The class that gives a pillar's chapter its colour. */
export function toneOf({ pillarCode }: Section, pillars: ReportView["view"]["pillars"]): string | undefined {
  const pillar = pillars.find(({ code }) => code === pillarCode);
  return pillar ? `tone-${pillar.colour}` : undefined;
}
