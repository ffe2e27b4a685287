import { useTranslations } from "next-intl";
import type { FigureWords } from "@/components/figure/words";
import { Sign } from "@/components/ui/sign";
import type { CoverageView } from "@/lib/coverage/model";
import type { Locale } from "@/lib/language/model";
import "@/components/coverage/coverage.css";

type Props = {
  coverage: CoverageView;
  hasFteKpi: boolean;
  year: number;
  words: FigureWords;
  /** So many org units are named in each list before the rest is only counted. */
  most?: number;
  locale: Locale;
};

/** How much of the organisation a figure covers, by number and by full-time equivalents; who is in, and who is not and why. */
export function CoverageLists({ coverage, hasFteKpi, year, words, most = Infinity, locale }: Props) {
  const t = useTranslations("comparability.coverage");
  const { covered, missed, of, percent, fte } = coverage;
  const isWhole = missed.length === 0;
  const byFte = fte
    ? t(fte.isExample ? "fteExample" : "fte", { percent: fte.percent })
    : hasFteKpi
      ? t("noFte", { year })
      : t("noFteKpi");
  return (
    <>
      <p>
        {isWhole ? t("all", { of }) : t("part", { covered: covered.length, of, percent })} {isWhole ? null : byFte}
      </p>
      <ul className="units" aria-label={t("covered")}>
        {covered.slice(0, most).map((name) => (
          <li key={name}>
            <Sign name="check" />
            {name}
          </li>
        ))}
        {covered.length > most ? <li>{t("more", { count: covered.length - most })}</li> : null}
      </ul>
      {isWhole ? null : (
        <ul className="units missed" aria-label={t("missed")}>
          {missed.slice(0, most).map(({ name, status }) => (
            <li key={name}>
              <Sign name="ring" />
              {name}{" "}
              <span className="muted">
                {status === "unweighed" ? t("unweighed") : words.status[status].toLocaleLowerCase(locale)}
              </span>
            </li>
          ))}
          {missed.length > most ? <li>{t("more", { count: missed.length - most })}</li> : null}
        </ul>
      )}
    </>
  );
}
