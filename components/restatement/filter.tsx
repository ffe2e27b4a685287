import { getTranslations } from "next-intl/server";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import type { Asked } from "@/lib/restatement/filter/model";
import type { PublishedPeriod } from "@/lib/restatement/period/model";

/** Narrows the list: between two publications or days, to a year, to a KPI. An ordinary form; the result has an address. */
export async function RestatementFilterForm({
  asked,
  periods,
  kpis,
  locale,
}: {
  asked: Asked;
  periods: PublishedPeriod[];
  kpis: { code: string; name: string }[];
  locale: Locale;
}) {
  const t = await getTranslations("restatement.filter");
  const publications = periods
    .filter(({ publishedAt }) => publishedAt !== null)
    .map(({ year, publishedAt }) => ({
      value: String(year),
      label: t("publication", { year: String(year), date: formatDate(new Date(publishedAt!), locale) }),
    }));
  return (
    <form key={JSON.stringify(asked)} className="narrow" method="get" aria-label={t("title")}>
      <SelectField
        name="from"
        label={t("from")}
        defaultValue={asked.from}
        options={[{ value: "", label: t("beginning") }, ...publications]}
      />
      <TextField name="fromDay" type="date" label={t("fromDay")} defaultValue={asked.fromDay} />
      <SelectField
        name="to"
        label={t("to")}
        defaultValue={asked.to}
        options={[{ value: "", label: t("today") }, ...publications]}
      />
      <TextField name="toDay" type="date" label={t("toDay")} defaultValue={asked.toDay} />
      <SelectField
        name="year"
        label={t("year")}
        defaultValue={asked.year}
        options={[
          { value: "", label: t("everyYear") },
          ...periods.map(({ year }) => ({ value: String(year), label: String(year) })),
        ]}
      />
      <SelectField
        name="kpi"
        label={t("kpi")}
        defaultValue={asked.kpi}
        options={[{ value: "", label: t("everyKpi") }, ...kpis.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <button className="btn">{t("show")}</button>
    </form>
  );
}
