import { useLocale, useTranslations } from "next-intl";
import { ActForm } from "@/components/composer/act-form";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { addBlockOf, addSectionOf, arrangeSection, renameSectionOf } from "@/lib/report/composition/actions";
import { canBeDuplicated, takes } from "@/lib/report/composition/model";
import { addressOf } from "@/lib/report/composition/place/model";
import { BlockKind } from "@/lib/database/generated/enums";
import type { EditableReport, EditableSection } from "@/lib/report/queries";

type Props = { slug: string; report: EditableReport; section: EditableSection };

/** One section: its titles, and what can be done with all of it. */
export function SectionPanel({ slug, path, report, section }: Props & { path: string }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const at = report.sections.indexOf(section);
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure), section: section.code };
  const acts = [
    { act: "up", isOff: at === 0 },
    { act: "down", isOff: at === report.sections.length - 1 },
    { act: section.isHidden ? "show" : "hide", isOff: false },
    ...(canBeDuplicated(section.kind) ? [{ act: "duplicate" as const, isOff: false }] : []),
    { act: "remove", isOff: false },
  ] as const;
  return (
    <section className="composer-panel" id={section.code} aria-labelledby="composer-section">
      <p className="composer-in">{t(`sectionKind.${section.kind}`)}</p>
      <h2 id="composer-section">{locale === "da" ? section.titleDa : section.titleEn}</h2>
      <ActForm action={arrangeSection} hidden={hidden} label={t("arrangeSection")} className="composer-acts">
        <span className="btns">
          {acts.map(({ act, isOff }) => (
            <button
              key={act === "show" ? "hide" : act}
              className="btn small"
              name="act"
              value={act}
              aria-disabled={isOff}
            >
              {t(`act.${act}`)}
            </button>
          ))}
        </span>
        <a href={addressOf(path, { section: section.code, view: "history" })}>{t("titleHistory")}</a>
      </ActForm>
      <ActionForm
        key={section.code}
        action={renameSectionOf}
        hidden={hidden}
        fields={useTitleFields(section)}
        submit={{ label: t("rename"), className: "btn" }}
        summary={t("refused")}
      />
    </section>
  );
}

function useTitleFields(of?: EditableSection): FormField[] {
  const t = useTranslations("composer");
  return [
    { kind: "text", name: "titleDa", label: t("titleDa"), value: of?.titleDa },
    { kind: "text", name: "titleEn", label: t("titleEn"), value: of?.titleEn },
  ];
}

/** The menu of blocks: each kind with its name and what it is for. */
export function NewBlock({ slug, report, section, after }: Props & { after: string | null }) {
  const t = useTranslations("composer");
  const kinds = useTranslations("report.editor.kind");
  const locale = useLocale();
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure), section: section.code };
  const offered = Object.values(BlockKind).filter((kind) => takes(section.kind, kind));
  return (
    <section className="composer-panel" aria-labelledby="composer-new">
      <p className="composer-in">{locale === "da" ? section.titleDa : section.titleEn}</p>
      <h2 id="composer-new">{t("newBlock")}</h2>
      <p className="muted">{t("newBlockLead")}</p>
      <ActForm
        action={addBlockOf}
        hidden={after === null ? hidden : { ...hidden, after }}
        label={t("newBlock")}
        className="composer-kinds"
      >
        <ul>
          {offered.map((kind) => (
            <li key={kind}>
              <button className="composer-kind" name="kind" value={kind}>
                <b>{kinds(kind)}</b>
                <span>{t(`about.${kind}`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </ActForm>
    </section>
  );
}

/** A new chapter, behind another section or at the end. */
export function NewSection({ slug, report, after }: Omit<Props, "section"> & { after: string | null }) {
  const t = useTranslations("composer");
  const last = report.sections.findLast(({ kind }) => kind !== "appendix")?.code ?? "";
  const behind = after ?? last;
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure) };
  return (
    <section className="composer-panel" aria-labelledby="composer-new">
      <h2 id="composer-new">{t("newSection")}</h2>
      <p className="muted">{t("newSectionLead")}</p>
      <ActionForm
        action={addSectionOf}
        hidden={behind === "" ? hidden : { ...hidden, after: behind }}
        fields={useTitleFields()}
        submit={{ label: t("newSection") }}
        summary={t("refused")}
      />
    </section>
  );
}
