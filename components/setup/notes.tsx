import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import type { Locale } from "@/lib/language/model";
import type { findKpi, kpiChoices } from "@/lib/setup/kpi/queries";
import { addNoteOf, removeNoteOf } from "@/lib/setup/note/actions";

type Kpi = NonNullable<Awaited<ReturnType<typeof findKpi>>>;
type Choices = Awaited<ReturnType<typeof kpiChoices>>;

/** Footnotes on a KPI's name, and the form that adds one. */
export function Notes({ slug, kpi, choices, locale }: { slug: string; kpi: Kpi; choices: Choices; locale: Locale }) {
  const t = useTranslations("setup");
  const text = (note: { textDa: string; textEn: string }) => (locale === "da" ? note.textDa : note.textEn);
  const short = (said: string) => (said.length > 80 ? `${said.slice(0, 79)}…` : said);
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">{t("note.title")}</h2>
      {kpi.notes.length === 0 ? <p className="muted">{t("note.none")}</p> : null}
      <ul className="notes">
        {kpi.notes.map((note) => (
          <li key={`${note.id} ${note.fromYear}`} className="inline-form">
            <p>{text(note)}</p>
            <p className="muted">
              {note.toYear === null
                ? t("note.years", { from: note.fromYear })
                : t("note.yearsTo", { from: note.fromYear, to: note.toYear })}
            </p>
            <ActionForm
              action={removeNoteOf}
              hidden={{ org: slug, code: kpi.code, footnoteId: note.id, fromYear: String(note.fromYear) }}
              fields={[]}
              submit={{ label: t("remove"), describe: `${t("remove")} ${short(text(note))}`, className: "btn" }}
              summary={t("summary")}
            />
          </li>
        ))}
      </ul>
      <details>
        <summary>{t("note.add")}</summary>
        <ActionForm
          action={addNoteOf}
          prefix="note"
          hidden={{ org: slug, code: kpi.code }}
          fields={[
            {
              kind: "select",
              name: "footnoteId",
              label: t("note.which"),
              choices: [
                { value: "", label: t("note.new") },
                ...choices.footnotes.map((note) => ({ value: note.id, label: short(text(note)) })),
              ],
            },
            { kind: "area", name: "textDa", label: t("note.textDa"), rows: 2 },
            { kind: "area", name: "textEn", label: t("note.textEn"), rows: 2 },
            {
              kind: "text",
              name: "fromYear",
              label: t("note.from"),
              value: String(kpi.definitions[0]!.validFromYear),
            },
            { kind: "text", name: "toYear", label: t("note.to"), hint: t("collection.toHint") },
          ]}
          submit={{ label: t("note.add"), className: "btn" }}
          summary={t("summary")}
          done={t("saved")}
        />
      </details>
    </section>
  );
}
