import { useLocale, useTranslations } from "next-intl";
import { ActForm } from "@/components/composer/act-form";
import { Difference } from "@/components/composer/difference";
import { EmptyState } from "@/components/ui/empty-state";
import { isLocale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import { renameSectionOf } from "@/lib/report/composition/actions";
import { addressOf } from "@/lib/report/composition/place/model";
import type { TitleChange, Titles } from "@/lib/report/history/title/queries";
import type { EditableReport, EditableSection } from "@/lib/report/queries";

type Props = { slug: string; path: string; report: EditableReport; section: EditableSection; changes: TitleChange[] };

const languages = [
  { lang: "da", name: "titleDa" },
  { lang: "en", name: "titleEn" },
] as const;

/** Who gave a section which titles and when, what that changed word by word, and the way back to those before. */
export function TitleHistory({ slug, path, report, section, changes }: Props) {
  const t = useTranslations("composer");
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure), section: section.code };
  const isNow = ({ titleDa, titleEn }: Titles) => titleDa === section.titleDa && titleEn === section.titleEn;
  return (
    <section className="composer-panel" aria-labelledby="composer-history">
      <p className="composer-in">
        <a href={addressOf(path, { section: section.code })}>{t("backToSection")}</a>
      </p>
      <h2 id="composer-history">{t("historyOf", { name: locale === "da" ? section.titleDa : section.titleEn })}</h2>
      {changes.length === 0 ? <EmptyState title={t("noTitleHistory")}>{t("noTitleHistoryHint")}</EmptyState> : null}
      <ol className="composer-history">
        {changes.map(({ id, at, by, before, ...after }) => (
          <li key={id}>
            <h3>
              {t("titleChanged")}
              <span className="muted">
                {" "}
                {by ?? t("somebody")}, {formatDate(at, locale)} {formatTime(at, locale)}
              </span>
            </h3>
            {languages.map(({ lang, name }) =>
              before[name] === after[name] ? null : (
                <div key={lang} className="composer-difference">
                  <p className="muted">{t(name)}</p>
                  <p lang={lang}>
                    <Difference before={before[name]} after={after[name]} />
                  </p>
                </div>
              ),
            )}
            {isNow(before) ? null : (
              <ActForm
                action={renameSectionOf}
                hidden={{ ...hidden, titleDa: before.titleDa, titleEn: before.titleEn }}
                label={t("restoreTitle", { title: locale === "da" ? before.titleDa : before.titleEn })}
                className=""
              >
                <button className="btn small">{t("restoreBefore")}</button>
              </ActForm>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
