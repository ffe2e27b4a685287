import { useLocale, useTranslations } from "next-intl";
import { saveBlock } from "@/lib/report/actions";
import { isLocale } from "@/lib/language/model";
import { proseKinds } from "@/lib/report/narrative/model";
import type { EditableBlock } from "@/lib/report/queries";
import { translationOfBlock, type Translation } from "@/lib/report/translation/model";
import type { SettingsChoices } from "@/lib/report/settings/queries";
import { useFormWords } from "./form-words";
import { SettingsForm } from "./settings-form";
import { TextForm, type Writer } from "./text-form";

/** What the words of each kind of block look like. */
const hints = {
  text: "prose",
  highlights: "list",
  focusPoints: "list",
  risks: "list",
  keyFacts: "keyFacts",
  chart: "chart",
  comparison: "comparison",
  table: "table",
  quote: "quote",
  picture: "picture",
  story: "prose",
  callout: "prose",
  sdgs: "sdgs",
  policy: "policy",
  pageBreak: "pageBreak",
  answers: "answers",
} as const;

/** A block's words, Danish and English side by side; what is not translated, or not any more, is marked at its field. */
export function BlockForm({
  block,
  choices,
  hidden,
  writer,
}: {
  block: EditableBlock;
  /** What it can be set to draw. */
  choices: SettingsChoices;
  hidden: Record<string, string>;
  writer: Writer;
}) {
  const t = useTranslations("report.editor");
  const locale = useLocale();
  const words = useFormWords();
  const { heading, body } = translationOfBlock(block);
  const isProse = proseKinds.includes(block.kind);
  const rows = Math.min(16, Math.max(3, linesOf(block.bodyDa), linesOf(block.bodyEn)));
  const mark = (state: Translation, lang: "da" | "en") =>
    state === (lang === "da" ? "missingDa" : "missingEn") || (state === "stale" && lang === "en")
      ? t(`translation.${state}`)
      : null;
  const field = (part: "title" | "body", lang: "da" | "en") => ({
    name: `${part}${lang === "da" ? "Da" : "En"}`,
    label: `${t(part === "title" ? "heading" : "body")}, ${t(lang)}`,
    lang,
    value: block[`${part}${lang === "da" ? "Da" : "En"}`],
    rows: part === "title" ? 1 : rows,
    isProse: isProse && part === "body",
    mark: mark(part === "title" ? heading : body, lang),
  });
  return (
    <section className="editor-block" aria-labelledby={`kind-${block.id}`}>
      <h3 id={`kind-${block.id}`}>{t(`kind.${block.kind}`)}</h3>
      <p className="muted">{t(`hint.${hints[block.kind]}`)}</p>
      {block.hasOwnFigures ? null : (
        <TextForm
          action={saveBlock}
          label={`${t(`kind.${block.kind}`)}: ${block.titleDa || block.bodyDa.slice(0, 40)}`}
          hidden={{ ...hidden, blockId: block.id }}
          seen={String(block.version)}
          fields={[field("title", "da"), field("title", "en"), field("body", "da"), field("body", "en")]}
          locale={isLocale(locale) ? locale : "da"}
          {...{ words, writer }}
        />
      )}
      <SettingsForm
        slug={hidden.org ?? ""}
        year={Number(hidden.year)}
        block={block}
        choices={choices}
        name={`${t(`kind.${block.kind}`)} ${block.titleDa}`.trim()}
      />
    </section>
  );
}

function linesOf(body: string): number {
  return body.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 62)), 0);
}
