import { useLocale, useTranslations } from "next-intl";
import { ActForm } from "@/components/composer/act-form";
import { EmptyState } from "@/components/ui/empty-state";
import { isLocale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import { arrangeBlock, arrangeSection } from "@/lib/report/composition/actions";
import { labelOf } from "@/lib/report/composition/label/model";
import type { Removed } from "@/lib/report/composition/removed/queries";
import type { EditableReport } from "@/lib/report/queries";

/** What was removed from the report, each with the way back. */
export function RemovedParts({ slug, report, removed }: { slug: string; report: EditableReport; removed: Removed }) {
  const t = useTranslations("composer");
  const kinds = useTranslations("report.editor.kind");
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure) };
  const titleOf = ({ titleDa, titleEn }: { titleDa: string; titleEn: string }) => (locale === "da" ? titleDa : titleEn);
  const day = (at: Date) => `${formatDate(at, locale)} ${formatTime(at, locale)}`;
  const isEmpty = removed.sections.length + removed.blocks.length === 0;
  return (
    <section className="composer-panel" aria-labelledby="composer-removed">
      <h2 id="composer-removed">{t("removed")}</h2>
      {isEmpty ? <EmptyState title={t("nothingRemoved")}>{t("nothingRemovedHint")}</EmptyState> : null}
      <ul className="composer-removed">
        {removed.sections.map((section) => (
          <li key={section.code}>
            <b>{titleOf(section)}</b> <span className="muted">{t("removedAt", { at: day(section.removedAt) })}</span>
            <ActForm
              action={arrangeSection}
              hidden={{ ...hidden, section: section.code, act: "restore" }}
              label={t("restoreOf", { name: titleOf(section) })}
              className=""
            >
              <button className="btn small">{t("act.restore")}</button>
            </ActForm>
          </li>
        ))}
        {removed.blocks.map((block) => {
          const name = [kinds(block.kind), labelOf(block, locale)].filter(Boolean).join(": ");
          return (
            <li key={block.id}>
              <b>{name}</b>{" "}
              <span className="muted">
                {titleOf(block.section)}, {t("removedAt", { at: day(block.removedAt) })}
              </span>
              <ActForm
                action={arrangeBlock}
                hidden={{ ...hidden, blockId: block.id, act: "restore" }}
                label={t("restoreOf", { name })}
                className=""
              >
                <button className="btn small">{t("act.restore")}</button>
              </ActForm>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
