import { useLocale, useTranslations } from "next-intl";
import { Fragment, type ReactNode } from "react";
import { CoverageLists } from "@/components/coverage/coverage-lists";
import type { FigureWords } from "@/components/figure/words";
import type { KpiYear } from "@/lib/figure/model";
import type { KpiDetail } from "@/lib/kpi-detail/model";
import type { Relations } from "@/lib/kpi-relation/model";
import type { Locale } from "@/lib/language/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = {
  relations: Relations;
  detail: KpiDetail;
  orgUnits: string[];
  sdgs: number[];
  hrefOf: (code: string) => string;
  words: FigureWords;
  locale: Locale;
};

/** What is counted and how, which way is better, what it covers, and who asks for it. */
export function KpiDefinition({ relations, detail, orgUnits, sdgs, hrefOf, words, locale }: Props) {
  const t = useTranslations("kpi.definition");
  const { kpi, usedBy, children } = relations;
  const figure = kpi.figures.at(-1);
  const hasFigure = figure !== undefined && (figure.amount !== null || figure.split !== null);
  const period =
    detail.definedTo === null
      ? t("from", { from: detail.definedFrom })
      : t("fromTo", { from: detail.definedFrom, to: detail.definedTo });
  const dependants = [...children, ...usedBy].filter((other) => other.formula?.inputs.includes(kpi.code));
  const entries: [string, ReactNode][] = [
    [
      t("definition"),
      <>
        {kpi.definition || t("none")} <span className="muted">{period}</span>
      </>,
    ],
    [
      t("fullName"),
      <>
        {kpi.name} <span className="muted">({kpi.code})</span>
      </>,
    ],
    ...(kpi.formula
      ? [
          [t("formula"), <FormulaText key="formula" kpi={kpi} inputs={relations.inputs} hrefOf={hrefOf} />] satisfies [
            string,
            ReactNode,
          ],
        ]
      : []),
    ...(dependants.length > 0
      ? [[t("usedBy"), <Links key="used" kpis={dependants} hrefOf={hrefOf} />] satisfies [string, ReactNode]]
      : []),
    [t("unit"), unitLabel(kpi.unitOfMeasure, locale, "long")],
    [t("direction"), words.direction[kpi.direction]],
    [t("collection"), collectionText(t, kpi, detail)],
    ...(hasFigure && orgUnits.length > 0
      ? [
          [
            t("coverage", { year: figure.year }),
            detail.coverage ? (
              <CoverageLists
                key="covered"
                coverage={detail.coverage}
                hasFteKpi={detail.fteName !== null}
                year={figure.year}
                words={words}
                locale={locale}
              />
            ) : null,
          ] satisfies [string, ReactNode],
        ]
      : []),
    ...(detail.references.length + sdgs.length > 0
      ? [
          [t("references"), <References key="references" references={detail.references} sdgs={sdgs} />] satisfies [
            string,
            ReactNode,
          ],
        ]
      : []),
  ];
  return (
    <section className="sec">
      <h2>{t("title")}</h2>
      <dl className="def">
        {entries.map(([name, content]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{content}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function collectionText(
  t: ReturnType<typeof useTranslations<"kpi.definition">>,
  kpi: KpiYear,
  { isCollectedPerOrgUnit, consolidation }: KpiDetail,
): string {
  if (kpi.formula) return t("calculated");
  if (!isCollectedPerOrgUnit) return t("perOrganisation");
  return consolidation === "none" ? t("perOrgUnit") : `${t("perOrgUnit")} ${t(`consolidation.${consolidation}`)}`;
}

/** How it is calculated, in words, each input with its code and a link. */
function FormulaText({ kpi, inputs, hrefOf }: { kpi: KpiYear; inputs: KpiYear[]; hrefOf: (code: string) => string }) {
  const t = useTranslations("kpi.definition");
  if (!kpi.formula) return null;
  const byCode = new Map(inputs.map((input) => [input.code, input]));
  const [first, second, third] = kpi.formula.inputs.map((code) => {
    const input = byCode.get(code);
    return input ? (
      <Fragment key={code}>
        <a href={hrefOf(code)}>{input.shortName}</a> <code>{code}</code>
      </Fragment>
    ) : (
      <code key={code}>{code}</code>
    );
  });
  if (kpi.formula.text !== null)
    return (
      <>
        <code>{kpi.formula.text}</code>. <span className="muted">{t("formulaNote")}</span>
      </>
    );
  const kind = kpi.formula.kind as "ratio" | "share" | "difference" | "split" | "nps";
  // Tags in the message would tie its words to this markup; the places of the inputs are enough.
  const pieces = (t.raw(`formulas.${kind}`) as string).split(/(\{\w+\})/);
  const places: Record<string, ReactNode> = { "{first}": first, "{second}": second, "{third}": third };
  return (
    <>
      {pieces.map((piece, index) => (
        <Fragment key={index}>{places[piece] ?? piece}</Fragment>
      ))}
      . <span className="muted">{t("formulaNote")}</span>
    </>
  );
}

function Links({ kpis, hrefOf }: { kpis: KpiYear[]; hrefOf: (code: string) => string }) {
  return kpis.map((kpi, index) => (
    <Fragment key={kpi.code}>
      {index > 0 ? ", " : null}
      <a href={hrefOf(kpi.code)}>{kpi.shortName}</a>
    </Fragment>
  ));
}

function References({ references, sdgs }: Pick<KpiDetail, "references"> & { sdgs: number[] }) {
  const t = useTranslations("kpi.definition");
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" }).format(sdgs.map(String));
  const texts = references.map(
    ({ framework, edition, disclosure }) => `${framework} ${disclosure}${edition ? ` (${edition})` : ""}`,
  );
  return [...texts, ...(sdgs.length > 0 ? [t("sdgs", { list })] : [])].join(" · ");
}
