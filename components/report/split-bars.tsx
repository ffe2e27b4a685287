import type { CSSProperties } from "react";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import { filled, reportWords } from "@/lib/report/notation/model";
import { StateMark } from "@/components/report/state";

/**
 * Splits of one year under each other: men from the left, women from the right, and a bracket over the middle where
 * the line between them satisfies the target. Drawn without a script.
 */
export function SplitBars({ kpis, year, locale }: { kpis: KpiYear[]; year: number; locale: Locale }) {
  const words = reportWords(locale).report;
  const rows = kpis.flatMap((kpi) => {
    const split = kpi.figures.at(-1)?.split;
    return split ? [{ kpi, split, target: kpi.target.target }] : [];
  });
  const label = filled(words.splitLabel, {
    year,
    rows: rows
      .map(({ kpi, split }) =>
        filled(words.splitRow, {
          name: kpi.shortName,
          men: formatDecimal(split.men, locale),
          women: formatDecimal(split.women, locale),
        }),
      )
      .join("; "),
  });
  return (
    <>
      <p className="split-head" aria-hidden="true">
        <span>{words.men}</span>
        <span>{words.women}</span>
      </p>
      <ul className="splits" aria-label={label}>
        {rows.map(({ kpi, split, target }) => {
          const limit = kpi.target.target?.limit;
          const place = { "--men": split.men, "--limit": limit ?? 0 } as CSSProperties;
          return (
            <li key={kpi.code} style={place}>
              <span className="name">{kpi.shortName}</span>
              <span className="bars">
                <b className="men">{formatDecimal(split.men, locale)}</b>
                <b className="women">{formatDecimal(split.women, locale)}</b>
                {limit ? <i className="bracket" /> : null}
              </span>
              <span className="of">
                <StateMark state={kpi.target.state} locale={locale} />
                {target?.men && target.women
                  ? ` · ${filled(words.targetOf, { target: formatSplit({ men: target.men, women: target.women }, locale) })}`
                  : null}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
