import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChangeMark } from "@/components/figure/change-mark";
import { coverageText } from "@/components/figure/printed";
import { TargetStateRule, targetText } from "@/components/figure/target";
import type { FigureWords } from "@/components/figure/words";
import { nameParts } from "@/lib/dashboard/name/model";
import type { KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";

type Props = { kpi: KpiYear; childRows: KpiYear[]; year: number; orgUnits: number; words: FigureWords; locale: Locale };

/** The line of facts under the title: change, target, what hangs under it, status, coverage. */
export function KpiFacts({ kpi, childRows, year, orgUnits, words, locale }: Props) {
  const t = useTranslations("kpi.facts");
  const figure = kpi.figures.at(-1);
  const target = kpi.target.target;
  const hasFigure = figure !== undefined && (figure.amount !== null || figure.split !== null);
  // A total without a target is often followed by what it is relative to.
  const followed = target ? undefined : childRows.find((child) => child.target.target !== null);
  return (
    <dl className="facts">
      <Fact name={t("since", { previous: year - 1 })}>
        <ChangeMark
          change={kpi.change}
          likeForLike={kpi.likeForLike}
          year={year}
          isPending={figure?.status === "pending"}
          words={words}
          locale={locale}
        />
      </Fact>
      <Fact name={target ? t("target", { year: target.year }) : t("targetNone")}>
        {target ? <span>{targetText(target, words, locale)}</span> : null}
        <TargetStateRule kpi={kpi} words={words} locale={locale} />
      </Fact>
      {followed ? (
        <Fact name={t("childTarget", { name: nameParts(followed, kpi).shown })}>
          <span>{followed.target.target ? targetText(followed.target.target, words, locale) : null}</span>
          <TargetStateRule kpi={followed} words={words} locale={locale} />
        </Fact>
      ) : null}
      <Fact name={t("status")}>
        <span className={figure?.status === "estimated" ? "est" : undefined}>
          {figure ? words.status[figure.status] : words.status.missing}
        </span>
        {figure?.isExample ? (
          <span className="example" title={words.exampleTitle}>
            {words.example}
          </span>
        ) : null}
      </Fact>
      {hasFigure && figure.origin && figure.origin !== "entered" ? (
        <Fact name={t("origin")}>{words.origin[figure.origin]}</Fact>
      ) : null}
      {hasFigure && orgUnits > 0 ? (
        <Fact name={t("coverage")}>{coverageText(figure, words) || t("allOrgUnits", { of: orgUnits })}</Fact>
      ) : null}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
