import { useTranslations } from "next-intl";
import { TextForm, type TextFormWords } from "@/components/report/text-form";
import { explainRestatement } from "@/lib/restatement/explanation/actions";
import type { ToExplain } from "@/lib/restatement/explanation/queries";

/** What the report must explain: the material restatements made since the last one was published. */
export function Explanations({
  toExplain,
  hidden,
  words,
}: {
  toExplain: ToExplain[];
  hidden: Record<string, string>;
  words: TextFormWords;
}) {
  const t = useTranslations("report.editor");
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
            words={words}
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
