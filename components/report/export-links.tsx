import type { Locale } from "@/lib/language/model";
import { useLocale, useTranslations } from "next-intl";

const formats = ["pdf", "html", "xlsx", "csv", "json"] as const;

/** The report as files, in the reader's language or, where it is not offered in that, in `lang`. */
export function ExportLinks({ slug, year, lang }: { slug: string; year: number; lang?: Locale }) {
  const t = useTranslations("report");
  const readers = useLocale();
  const locale = lang ?? readers;
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
