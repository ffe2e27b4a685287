import type { CSSProperties } from "react";
import { AppendixSection } from "@/components/report/appendix";
import type { SectionProps } from "@/components/report/blocks";
import { Chapter } from "@/components/report/chapter";
import { Colophon } from "@/components/report/colophon";
import { Contents } from "@/components/report/contents";
import { Cover } from "@/components/report/cover";
import { Strategy } from "@/components/report/strategy";
import { Still } from "@/components/ui/still/still";
import type { Locale } from "@/lib/language/model";
import { headedPages, pageRules } from "@/lib/report/heading/model";
import type { ReportView } from "@/lib/report/model";
import { reportWords } from "@/lib/report/notation/model";
import type { EditionMark } from "@/lib/report/ticket/model";
import "@/components/report/report.css";
import "@/components/report/report-blocks.css";
import "@/components/report/report-figures.css";
import "@/components/report/report-prose.css";
import "@/components/report/report-table.css";
import "@/components/report/report-print.css";

/** The whole report, made for reading on a screen and for printing on A4; `nonce` admits the running heads' style. */
export function ReportDocument({
  of,
  lineageBase,
  locale,
  edition,
  notice,
  nonce,
}: {
  of: ReportView;
  /** Where figures lead to their lineage: on the screen below this origin, in print by an absolute address; without, nowhere. */
  lineageBase?: string;
  locale: Locale;
  /** The edition this is going to be; without, a draft. */
  edition?: EditionMark;
  /** What the cover says of figures that are not approved. */
  notice?: string;
  nonce: string | undefined;
}) {
  const { report, view } = of;
  const colour = report.house?.colour;
  // Links are part of what is kept: each way of leading on has its own.
  const way = lineageBase === undefined ? "plain " : lineageBase.startsWith("/") ? "" : "print ";
  const rules = pageRules(view.organisation.name, report.title, headedPages(report.sections, reportWords(locale)));
  return (
    <article
      className={colour ? "report housed" : "report"}
      style={colour ? ({ "--house": colour } as CSSProperties) : undefined}
      lang={locale}
    >
      <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: rules }} />
      {report.sections.map((section) =>
        section.kind === "cover" && notice ? (
          <Cover key={section.code} section={section} of={of} locale={locale} notice={notice} />
        ) : (
          <Still key={section.code} of={of} name={way + section.code}>
            <SectionView section={section} of={of} lineageBase={lineageBase} locale={locale} />
          </Still>
        ),
      )}
      {edition ? <Colophon edition={edition} locale={locale} /> : null}
    </article>
  );
}

function SectionView({ section, of, lineageBase, locale }: SectionProps) {
  switch (section.kind) {
    case "cover":
      return <Cover section={section} of={of} locale={locale} />;
    case "contents":
      return <Contents section={section} of={of} lineageBase={lineageBase} locale={locale} />;
    case "strategy":
      return <Strategy section={section} of={of} lineageBase={lineageBase} locale={locale} />;
    case "appendix":
      return <AppendixSection section={section} of={of} lineageBase={lineageBase} locale={locale} />;
    case "pillar":
    case "text":
      return <Chapter section={section} of={of} lineageBase={lineageBase} locale={locale} />;
  }
}
