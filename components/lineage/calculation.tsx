import { useTranslations } from "next-intl";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { figureWords } from "@/components/figure/words";
import { namesText, tokensText, unroundedText, withUnit } from "@/components/lineage/text";
import type { Locale } from "@/lib/language/model";
import type { Lineage } from "@/lib/lineage/model";
import { fraction } from "@/lib/number/fraction";
import { unitLabel } from "@/lib/unit-of-measure/model";

/** The figure worked out before the reader's eyes: its formula with numbers put in, term by term, then rounded once. */
export function Calculation({ lineage, locale }: { lineage: Lineage; locale: Locale }) {
  const t = useTranslations("lineage");
  const { terms, figure, parts, consolidation } = lineage;
  const lines: { name: string; how: string; amount: string }[] = terms.map(({ tokens, amount }) => ({
    name: namesText(tokens, lineage, locale),
    how: tokensText(tokens, lineage, locale),
    amount: terms.length > 1 && amount ? unroundedText(amount, locale) : "",
  }));
  if (consolidation) lines.push({ name: t(consolidation, { count: parts.length }), how: "", amount: "" });
  if (lines.length === 0) return null;
  return (
    <div className="calc">
      {lines.map(({ name, how, amount }, index) => (
        <div key={index}>
          <span>
            {name}
            {how ? <small>{how}</small> : null}
          </span>
          <span className="r">{amount}</span>
        </div>
      ))}
      <Total lineage={lineage} label={terms.length > 1 ? t("total") : t("result")} locale={locale} />
      {figure.split && terms.length > 0 ? <p className="muted">{t("splitNote")}</p> : null}
    </div>
  );
}

function Total({ lineage, label, locale }: { lineage: Lineage; label: string; locale: Locale }) {
  const t = useTranslations("lineage");
  const { figure, unrounded: exact, unitOfMeasure } = lineage;
  const amount = exact && withUnit(unroundedText(exact, locale), unitOfMeasure, locale);
  const isRounded =
    exact !== null && figure.amount !== null && !(exact.isWhole && sameNumber(exact.amount, figure.amount));
  return (
    <div className="tot">
      <span>
        {label}
        {amount ? <small>{t(isRounded ? "unrounded" : "exactly", { amount })}</small> : null}
      </span>
      <span className="r">
        <b>
          <PrintedFigure figure={figure} words={figureWords(locale)} locale={locale} tagged={false} />
        </b>{" "}
        {figure.amount === null ? null : unitLabel(unitOfMeasure, locale)}
      </span>
    </div>
  );
}

function sameNumber(a: string, b: string): boolean {
  const [one, other] = [fraction(a), fraction(b)];
  return one.n === other.n && one.d === other.d;
}
