import { useTranslations } from "next-intl";
import { Sign } from "@/components/ui/sign";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { Check, Comparison } from "@/lib/lineage/comparison/model";
import { formatDecimal } from "@/lib/number/format";

/** Whether the year can be compared with the one before: the verdict, then what is the same and what is not. */
export function Compared({ comparison, year, locale }: { comparison: Comparison; year: number; locale: Locale }) {
  const t = useTranslations("lineage.compare");
  const { previous, missing, checks } = comparison;
  const reservations = checks.filter(({ isSame }) => !isSame).length;
  // Figures of other org units are no change of one thing (lib/change); like for like they may be.
  const isOther = checks.some((check) => check.aspect === "orgUnits" && !check.isWhole);
  const isBroken = checks.some(({ aspect }) => aspect === "seriesBreak");
  const verdict =
    missing === "previous"
      ? t("missingPrevious", { previous })
      : missing === "current"
        ? t("missingCurrent", { year })
        : reservations === 0
          ? t("yes")
          : isBroken
            ? t("broken")
            : isOther
              ? t("otherOrgUnits")
              : t("reservations", { count: reservations });
  const isClear = missing === null && reservations === 0;
  return (
    <section>
      <h3>{t("title", { year, previous })}</h3>
      <p className={isClear ? "verdict clear" : "verdict"}>
        <Sign name={isClear ? "check" : "question"} />
        <span>{verdict}</span>
      </p>
      {checks.length > 0 ? (
        <ul className="cmp">
          {checks.map((check, index) => (
            <li key={index}>
              <Sign name={check.isSame ? "check" : "question"} className={check.isSame ? "ok" : "no"} />
              <b>{t(check.aspect)}</b>
              <span>{said(t, check, locale)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function said(t: ReturnType<typeof useTranslations<"lineage.compare">>, check: Check, locale: Locale): string {
  switch (check.aspect) {
    case "definition":
      return t(check.isSame ? "definitionSame" : "definitionChanged", { since: check.since });
    case "method":
      return t(check.isSame ? "methodSame" : "methodChanged");
    case "unitOfMeasure":
      return t("unitOfMeasureChanged");
    case "seriesBreak":
      return check.note;
    case "orgUnits":
      return check.isSame
        ? t("orgUnitsSame")
        : [
            ...(check.came.length > 0 ? [t("orgUnitsCame", { names: check.came.join(", ") })] : []),
            ...(check.went.length > 0 ? [t("orgUnitsWent", { names: check.went.join(", ") })] : []),
          ].join(". ");
    case "factor": {
      const name = check.name[locale];
      if (check.isSame) return t("factorSame", { name });
      return check.percent === null
        ? t("factorReplaced", { name })
        : t("factorChanged", { name, percent: formatDecimal(check.percent, locale, { sign: true }) });
    }
    case "estimate":
      return t("estimateIn", { name: check.name, year: check.year, basis: remarkIn(check.basis, locale) }).trim();
  }
}
