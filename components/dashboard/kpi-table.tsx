import { useLocale, useTranslations } from "next-intl";
import { KpiRow } from "@/components/dashboard/kpi-row";
import { RestatedColumn } from "@/components/figure/restated";
import type { FigureWords } from "@/components/figure/words";
import { countChanges, countStates, type PillarGroup } from "@/lib/dashboard/model";
import type { KpiYear, TargetState } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";

type Props = {
  groups: PillarGroup[];
  byCode: Map<string, KpiYear>;
  marks: Record<string, number[]>;
  year: number;
  years: number[];
  targetYear: number | null;
  caption: string;
  kpiHref: (code: string) => string;
  lineageHref: (code: string, year: number) => string;
  words: FigureWords;
  locale: Locale;
};

/** Every KPI of a selection, a pillar after the other. */
export function KpiTable({
  groups,
  byCode,
  marks,
  year,
  years,
  targetYear,
  caption,
  kpiHref,
  lineageHref,
  words,
  locale,
}: Props) {
  const t = useTranslations("dashboard.list");
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(year);
  return (
    <table className="tbl k-table" role="table">
      <caption className="vh">{caption}</caption>
      <colgroup>
        <col />
        {["v", "c", "k", "t", "s", "f"].map((column) => (
          <col key={column} className={`w-${column}`} />
        ))}
      </colgroup>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t("kpi")}
          </th>
          <th role="columnheader" scope="col">
            <span className="year">{year}</span>
            <RestatedColumn rows={groups.flatMap(({ kpis }) => kpis)} year={year} locale={locale} />
          </th>
          <th role="columnheader" scope="col">
            {t("since", { previous: year - 1 })}
          </th>
          <th role="columnheader" scope="col">
            {span}
          </th>
          <th role="columnheader" scope="col" className="t">
            {targetYear === null ? t("targetMixed") : t("target", { year: targetYear })}
          </th>
          <th role="columnheader" scope="col">
            {t("state")}
          </th>
          <th role="columnheader" scope="col">
            <span className="cw">{t("reservation")}</span>
          </th>
        </tr>
      </thead>
      {groups.map(({ pillar, kpis }) => (
        <tbody key={pillar.code} role="rowgroup" className={`g ${pillar.colour}`} id={pillar.code}>
          <PillarHead pillar={pillar} kpis={kpis} words={words} />
          {kpis.map((kpi) => (
            <KpiRow
              key={kpi.code}
              kpi={kpi}
              parent={byCode.get(kpi.parentCode ?? "")}
              year={year}
              marks={marks[kpi.code] ?? []}
              href={kpiHref(kpi.code)}
              lineageHref={lineageHref(kpi.code, year)}
              words={words}
              locale={locale}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const headOrder: TargetState[] = ["met", "alreadyMet", "onTrack", "missed", "behind", "baseline", "noData", "noTarget"];

/** A pillar's name with its goals and, in words, how its KPIs stand. */
function PillarHead({ pillar, kpis, words }: PillarGroup & { words: FigureWords }) {
  const t = useTranslations("dashboard.list");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const changes = countChanges(kpis);
  const states = countStates(kpis);
  const summary = headOrder
    .flatMap((state) => (states[state] > 0 ? `${states[state]} ${words.target.stateLower[state]}` : []))
    .join(" · ");
  return (
    <tr role="row" className="gh">
      <th role="columnheader" scope="rowgroup" colSpan={2}>
        <span className="pn">{pillar.name}</span>{" "}
        {pillar.sdgs.length > 0 ? (
          <span className="sdg">{t("sdgs", { list: list.format(pillar.sdgs.map(String)) })}</span>
        ) : null}
      </th>
      <td role="cell" className="gs">
        {changes.better + changes.worse > 0
          ? t("pillarChanges", { better: changes.better, worse: changes.worse })
          : null}
      </td>
      <td role="cell" className="gk" />
      <td role="cell" colSpan={3} className="gt">
        {summary}
      </td>
    </tr>
  );
}
