import { useTranslations } from "next-intl";
import { ExampleTag } from "@/components/figure/printed-figure";
import { figureWords } from "@/components/figure/words";
import { factorText } from "@/components/lineage/text";
import type { FactorUse } from "@/lib/emission-factor/model";
import { remarkIn, type Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";

/** The versions of emission factors a figure used, each with its source. */
export function Factors({ factors, locale }: { factors: FactorUse[]; locale: Locale }) {
  const t = useTranslations("lineage");
  const words = figureWords(locale);
  return (
    <section>
      <h3>{t("factors")}</h3>
      <ul className="li-list">
        {factors.map((factor) => (
          <li key={factor.id}>
            <span>{factor.activity[locale]}</span>
            <b>{factorText(factor, locale)}</b>
            <small>
              {[
                t("factorVersion", {
                  version: factor.version,
                  from: String(factor.validFromYear),
                  date: formatDate(new Date(factor.retrievedOn), locale),
                  source: remarkIn(factor.source, locale),
                }),
                ...(factor.isBackCalculated ? [t("backCalculated")] : []),
                ...(factor.note ? [remarkIn(factor.note, locale)] : []),
              ]
                .map((line) => line.replace(/\.?$/, "."))
                .join(" ")}
              {factor.isExample ? <ExampleTag words={words} /> : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
