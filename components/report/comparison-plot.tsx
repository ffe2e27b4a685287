import type { CSSProperties } from "react";
import { FigureFrame } from "@/components/report/figure-frame";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { BlockOf } from "@/lib/report/model";
import { comparisonOf } from "@/lib/report/narrative/model";
import { filled, reportWords } from "@/lib/report/notation/model";

type Props = {
  block: BlockOf<"comparison">;
  /** Whose report it is: the name of its side where the text names none. */
  organisation: string;
  locale: Locale;
};

/** Two answers to each question as two dots on one line, with the distance between them. Drawn without a script. */
export function ComparisonPlot({ block, organisation, locale }: Props) {
  const words = reportWords(locale).report;
  const comparison = comparisonOf(block.body);
  if (!comparison) return null;
  const { axisFrom, axisTo, unitOfMeasure } = block.settings;
  const at = (figure: string) =>
    Math.min(100, Math.max(0, ((Number(figure.replace(",", ".")) - axisFrom) / (axisTo - axisFrom)) * 100));
  const [, own, other] = comparison.head ?? ["", organisation, words.comparisonOther];
  const label = filled(words.comparisonLabel, {
    rows: comparison.rows.map((row) => filled(words.comparisonRow, row)).join("; "),
  });
  return (
    <FigureFrame id={`block-${block.id}`} title={block.title} subtitle={comparison.subtitle} note={comparison.note}>
      <div className="dots" role="img" aria-label={label}>
        {comparison.rows.map((row, index) => {
          const [left, right] = [at(row.other), at(row.own)];
          const place = {
            "--own": `${right}%`,
            "--other": `${left}%`,
            "--from": `${Math.min(left, right)}%`,
            "--to": `${100 - Math.max(left, right)}%`,
          } as CSSProperties;
          return (
            <div key={row.question} className={left > right ? "dot-row turned" : "dot-row"} style={place}>
              <span className="q">{row.question}</span>
              <span className="track">
                <i className="gap" />
                <i className="dot other" />
                <i className="dot own" />
                <span className="v other">{row.other}</span>
                <span className="v own">
                  {row.own}
                  {index === 0 && unitOfMeasure === "%" ? " %" : null}
                </span>
                {index === 0 ? (
                  <>
                    <span className="who other">{other}</span>
                    <span className="who own">{own}</span>
                  </>
                ) : null}
              </span>
              <span className="diff">{difference(row.own, row.other, words.difference, locale)}</span>
            </div>
          );
        })}
        <div className="dot-row axis">
          <span className="q" />
          <span className="track">
            <span className="tick">{axisFrom}</span>
            <span className="tick end">
              {axisTo} {unitOfMeasure}
            </span>
          </span>
          <span className="diff" />
        </div>
      </div>
    </FigureFrame>
  );
}

/** The difference in points; answers are written with whole numbers or one decimal, compared exactly in tenths. */
function difference(own: string, other: string, pattern: string, locale: Locale): string {
  const tenths = (text: string) => {
    const [whole = "0", rest = "0"] = text.split(/[.,]/);
    return BigInt(whole) * 10n + BigInt(rest.slice(0, 1) || "0");
  };
  const points = tenths(own) - tenths(other);
  const text =
    points % 10n === 0n
      ? String(points / 10n)
      : `${points < 0n ? "-" : ""}${(points < 0n ? -points : points) / 10n}.${(points < 0n ? -points : points) % 10n}`;
  return filled(pattern, { points: formatDecimal(text, locale, { sign: true }) });
}
