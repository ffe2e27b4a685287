import { useLocale, useTranslations } from "next-intl";
import { ActForm } from "@/components/composer/act-form";
import { Difference } from "@/components/composer/difference";
import { EmptyState } from "@/components/ui/empty-state";
import { isLocale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import { labelOf } from "@/lib/report/composition/label/model";
import { addressOf } from "@/lib/report/composition/place/model";
import type { Revision } from "@/lib/report/history/queries";
import { restoreRevisionOf } from "@/lib/report/history/restoring/actions";
import type { EditableBlock } from "@/lib/report/queries";

type Props = { slug: string; year: number; path: string; block: EditableBlock; revisions: Revision[] };

/** Who did what to a block and when, what that changed word by word, and the way back to each state. */
export function BlockHistory({ slug, year, path, block, revisions }: Props) {
  const t = useTranslations("composer");
  const kind = useTranslations("report.editor.kind")(block.kind);
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  const hidden = { org: slug, year: String(year), blockId: block.id, seen: String(block.version) };
  return (
    <section className="composer-panel" aria-labelledby="composer-history">
      <p className="composer-in">
        <a href={addressOf(path, { block: block.id })}>{t("backToBlock")}</a>
      </p>
      <h2 id="composer-history">{t("historyOf", { name: labelOf(block, locale) || kind })}</h2>
      {revisions.length === 0 ? <EmptyState title={t("noHistory")}>{t("noHistoryHint")}</EmptyState> : null}
      <ol className="composer-history">
        {revisions.map((revision, index) => {
          const at = `${formatDate(revision.at, locale)} ${formatTime(revision.at, locale)}`;
          return (
            <li key={revision.id}>
              <h3>
                {t(`acts.${revision.act}`)}
                {revision.act === "begin" ? null : (
                  <span className="muted">
                    {" "}
                    {revision.by ?? t("somebody")}, {at}
                  </span>
                )}
              </h3>
              <Differences revision={revision} />
              {index > 0 ? (
                <ActForm
                  action={restoreRevisionOf}
                  hidden={{ ...hidden, revision: revision.id }}
                  label={t("restoreState", { at })}
                  className=""
                >
                  <button className="btn small">{t("restoreThis")}</button>
                </ActForm>
              ) : null}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const parts = [
  { name: "titleDa", lang: "da", part: "heading" },
  { name: "titleEn", lang: "en", part: "heading" },
  { name: "bodyDa", lang: "da", part: "body" },
  { name: "bodyEn", lang: "en", part: "body" },
] as const;

/** The words that were changed; of the first state that is known, the words themselves. */
function Differences({ revision }: { revision: Revision }) {
  const t = useTranslations("composer");
  const e = useTranslations("report.editor");
  const { before } = revision;
  const changed = parts.filter(({ name }) => (before ? before[name] !== revision[name] : revision[name] !== ""));
  return (
    <>
      {before && before.sectionCode !== revision.sectionCode ? <p className="muted">{t("otherSection")}</p> : null}
      {revision.hasOtherSettings ? <p className="muted">{t("otherSettings")}</p> : null}
      {changed.map(({ name, lang, part }) => (
        <div key={name} className="composer-difference">
          <p className="muted">{`${e(part)}, ${e(lang)}`}</p>
          <p lang={lang}>{before ? <Difference before={before[name]} after={revision[name]} /> : revision[name]}</p>
        </div>
      ))}
    </>
  );
}
