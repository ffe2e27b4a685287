import { Reservations } from "@/components/dashboard/reservations";
import { ChangeMark } from "@/components/figure/change-mark";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { Sparkline } from "@/components/figure/sparkline";
import { TargetStateRule, targetText } from "@/components/figure/target";
import type { FigureWords } from "@/components/figure/words";
import { nameParts } from "@/lib/dashboard/name/model";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = {
  kpi: KpiYear;
  parent: KpiYear | undefined;
  year: number;
  marks: number[];
  href: string;
  /** Where the lineage of its figure is shown. */
  lineageHref: string;
  words: FigureWords;
  locale: Locale;
};

/** One KPI of the list: value, change, curve, target, state and what to know about it. The roles keep it a table where narrow windows lay it out as blocks. */
export function KpiRow({ kpi, parent, year, marks, href, lineageHref, words, locale }: Props) {
  const figure = kpi.figures.at(-1);
  const { implied, shown } = nameParts(kpi, parent);
  const { target } = kpi.target;
  return (
    <tr role="row" className={parent ? "child" : undefined}>
      <th scope="row" role="rowheader">
        {/* A plain anchor: a list of 43 client-side links would cost every first load more than it saves on a click. */}
        <a href={href} title={kpi.name}>
          {implied ? <span className="vh">{implied}</span> : null}
          {shown}
        </a>
      </th>
      <td role="cell" className="v">
        {figure ? (
          <PrintedFigure figure={figure} words={words} locale={locale} aligned tagged={false} href={lineageHref} />
        ) : null}
        <span className="u">{unitLabel(kpi.unitOfMeasure, locale)}</span>
      </td>
      <td role="cell" className="c">
        <ChangeMark
          change={kpi.change}
          likeForLike={kpi.likeForLike}
          year={year}
          isPending={figure?.status === "pending"}
          words={words}
          locale={locale}
        />
      </td>
      <td role="cell" className="k">
        <Sparkline kpi={kpi} words={words} locale={locale} />
      </td>
      <td role="cell" className="t">
        {target ? targetText(target, words, locale) : null}
      </td>
      <td role="cell" className="s">
        <TargetStateRule kpi={kpi} words={words} locale={locale} />
      </td>
      <td role="cell" className="f">
        <Reservations kpi={kpi} marks={marks} words={words} />
      </td>
    </tr>
  );
}
