import { useLocale, useTranslations } from "next-intl";

const formats = ["pdf", "xlsx", "csv", "json"] as const;

/** The report as files, in the reader's language. */
export function ExportLinks({ slug, year }: { slug: string; year: number }) {
  const t = useTranslations("report");
  const locale = useLocale();
  return formats.map((format) => (
    <a
      key={format}
      href={`/${slug}/reports/${year}/export/${format}?lang=${locale}`}
      aria-label={`${t("exports")}: ${t(`formats.${format}`)}, ${year}`}
      download
    >
      {t(`formats.${format}`)}
    </a>
  ));
}
