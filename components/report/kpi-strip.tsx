import { pointsOf, relativeChange } from "@/components/figure/change-mark";
import { MovementSign } from "@/components/figure/sign";
import { Told } from "@/components/figure/printed-figure";
import { coverageText, printedText } from "@/components/figure/printed";
import { fill, figureWords, type FigureWords } from "@/components/figure/words";
import type { Change, KpiYear } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** Units of measure that a figure carries without saying them: scores and indices. */
const unspoken = new Set(["score −100…+100", "score", "index 0–100"]);

/** KPIs side by side: this year's figure, and how it changed in number and word. */
export function KpiStrip({
  kpis,
  year,
  lineageBase,
  locale,
}: {
  kpis: KpiYear[];
  year: number;
  /** Where figures lead to their lineage; without, nowhere. */
  lineageBase: string | undefined;
  locale: Locale;
}) {
  const words = figureWords(locale);
  if (kpis.length === 0) return null;
  return (
    <dl className="kp">
      {kpis.map((kpi) => {
        const figure = kpi.figures.at(-1);
        if (!figure) return null;
        const isEstimated = figure.status === "estimated" && figure.amount !== null;
        const hasFigure = figure.amount !== null || figure.split !== null;
        return (
          <div key={kpi.code}>
            <dt>{kpi.shortName}</dt>
            <dd>
              <Told href={lineageBase && `${lineageBase}/${kpi.code}/${year}`}>
                <b className={isEstimated ? "re" : undefined}>
                  {hasFigure ? (
                    printedText(figure, words, locale)
                  ) : (
                    <abbr title={words.status[figure.status]}>{printedText(figure, words, locale)}</abbr>
                  )}
                </b>
              </Told>
              {isEstimated ? <sup title={words.estimate}>e</sup> : null}
              {figure.isExample ? <sup title={words.exampleTitle}>*</sup> : null}
              {hasFigure && !unspoken.has(kpi.unitOfMeasure) ? ` ${unitLabel(kpi.unitOfMeasure, locale)}` : null}
            </dd>
            <dd className="d">
              <ChangeText change={kpi.change} year={year} words={words} locale={locale} />
            </dd>
            {coverageText(figure, words) ? <dd className="cov">{coverageText(figure, words)}</dd> : null}
          </div>
        );
      })}
    </dl>
  );
}

function ChangeText({
  change,
  year,
  words,
  locale,
}: {
  change: Change;
  year: number;
  words: FigureWords;
  locale: Locale;
}) {
  if (!change.comparable)
    return <span className="tr nil">{fill(words.notComparable[change.why], { year, previous: year - 1 })}</span>;
  if (change.moved === "level") return <span className="tr unchanged">{words.judgement.unchanged}</span>;
  return (
    <span className={`tr ${change.judgement}`}>
      <MovementSign moved={change.moved} />
      {signedChange(change, words, locale)} <span className="w">{words.judgement[change.judgement]}</span>
    </span>
  );
}

/** A change with its sign: "+10 %", "−1,5 point", "+0,9 pp.". */
function signedChange(change: Change & { comparable: true }, words: FigureWords, locale: Locale): string {
  if (change.statedIn === "percent") return relativeChange(change, words, locale);
  const pattern = change.statedIn === "points" ? pointsOf(change, words) : words.percentagePoints;
  return fill(pattern, { amount: formatDecimal(change.absolute, locale, { sign: true }) });
}
