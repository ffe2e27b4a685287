import { useTranslations } from "next-intl";
import type { FactorVersion } from "@/lib/emission-factor/model";
import type { FactorUser } from "@/lib/emission-factor/overview/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import { unitLabel } from "@/lib/unit-of-measure/model";
import "@/components/figure/figure.css";

/** That a version was worked out backwards, or invented for the demonstration; nothing for one read in a source. */
export function VersionMarks({ version }: { version: Pick<FactorVersion, "isBackCalculated" | "isExample"> }) {
  const t = useTranslations("factor");
  return (
    <>
      {version.isBackCalculated ? (
        <span className="example" title={t("backCalculatedTitle")}>
          {t("backCalculated")}
        </span>
      ) : null}
      {version.isExample ? (
        <span className="example" title={t("exampleTitle")}>
          {t("example")}
        </span>
      ) : null}
    </>
  );
}

/** Which account of scope 2 a factor belongs to, in words; outside scope 2 the question does not arise. */
export function MethodName({ scope, method }: Pick<FactorVersion, "scope" | "method">) {
  const t = useTranslations("factor.method");
  return t(method ?? (scope === 2 ? "none" : "outside"));
}

/** A value as it was stated, with all its decimals. */
export function valueText({ value }: Pick<FactorVersion, "value">, locale: Locale): string {
  return formatDecimal(value, locale, { decimals: value.split(".")[1]?.length ?? 0 });
}

/** "kg CO₂e/MWh". */
export function unitText({ unitIn, unitOut }: Pick<FactorVersion, "unitIn" | "unitOut">, locale: Locale): string {
  return `${unitLabel(unitOut, locale)}/${unitLabel(unitIn, locale)}`;
}

/** The KPIs whose formulas use a factor, with the years, each leading to its page. */
export function Users({ org, users }: { org: string; users: FactorUser[] }) {
  const t = useTranslations("factor");
  if (users.length === 0) return <span className="muted">{t("notUsed")}</span>;
  return users.map(({ code, shortName, from, to }, at) => (
    <span key={`${code} ${from}`}>
      {at > 0 ? <br /> : null}
      <a className="act" href={`/${org}/kpis/${code}`}>
        {shortName}
      </a>{" "}
      <span className="u">{to === null ? t("since", { from }) : t("years", { from, to })}</span>
    </span>
  ));
}
