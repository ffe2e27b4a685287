import { useLocale, useTranslations } from "next-intl";
import { useFormWords } from "@/components/report/form-words";
import { TextForm, type Writer } from "@/components/report/text-form";
import type { Locale } from "@/lib/language/model";
import { explainRestatement } from "@/lib/restatement/explanation/actions";
import type { ToExplain } from "@/lib/restatement/explanation/queries";

/** What the report must explain: the material restatements made since the last one was published. */
export function Explanations({
  toExplain,
  hidden,
  writer,
}: {
  toExplain: ToExplain[];
  hidden: Record<string, string>;
  writer: Writer;
}) {
  const t = useTranslations("report.editor");
  const words = useFormWords();
  const locale = useLocale() as Locale;
  return (
    <section className="editor-section" id="restatements" aria-labelledby="editor-restatements">
      <h2 id="editor-restatements">{t("restatements")}</h2>
      <p className="muted">{t("restatementsHint")}</p>
      {toExplain.map(({ id, sentence, reason, textDa, textEn, version }) => (
        <section key={id} className="editor-block" aria-labelledby={`explain-${id}`}>
          <h3 id={`explain-${id}`}>{sentence}</h3>
          <p className="muted">{reason}</p>
          <TextForm
            action={explainRestatement}
            label={sentence}
            hidden={{ ...hidden, blockId: id }}
            seen={String(version)}
            {...{ words, writer, locale }}
            fields={[
              { name: "textDa", label: `${t("body")}, ${t("da")}`, lang: "da", value: textDa, rows: 3 },
              { name: "textEn", label: `${t("body")}, ${t("en")}`, lang: "en", value: textEn, rows: 3 },
            ]}
          />
        </section>
      ))}
    </section>
  );
}
