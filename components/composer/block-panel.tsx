import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActForm } from "@/components/composer/act-form";
import { Held, Waiting } from "@/components/composer/held";
import { Reading } from "@/components/composer/reading";
import { Marks } from "@/components/composer/tree";
import { Message } from "@/components/ui/message";
import { isLocale } from "@/lib/language/model";
import { formatTime } from "@/lib/number/format";
import { arrangeBlock } from "@/lib/report/composition/actions";
import { labelOf } from "@/lib/report/composition/label/model";
import { takes } from "@/lib/report/composition/model";
import { addressOf } from "@/lib/report/composition/place/model";
import type { Holder } from "@/lib/report/hold/model";
import type { BlockReading } from "@/lib/report/hold/reading/queries";
import type { EditableBlock, EditableReport, EditableSection } from "@/lib/report/queries";
import { translationOfBlock } from "@/lib/report/translation/model";

type Props = {
  slug: string;
  path: string;
  report: EditableReport;
  section: EditableSection;
  block: EditableBlock;
  holder: Holder | undefined;
  /** Its words to read, while somebody else holds it. */
  reading: BlockReading | null;
  /** The forms of its words and settings. */
  children: ReactNode;
};

/** One block: what can be done with it where it stands, and its forms; read only while somebody else edits it. */
export function BlockPanel({ slug, path, report, section, block, holder, reading, children }: Props) {
  const t = useTranslations("composer");
  const kind = useTranslations("report.editor.kind")(block.kind);
  const locale = useLocale();
  const hidden = {
    ...{ org: slug, year: String(report.year), seen: String(report.structure) },
    ...{ blockId: block.id, version: String(block.version) },
  };
  const address = `/${slug}/reports/${report.year}/hold`;
  const name = isLocale(locale) ? labelOf(block, locale) : "";
  return (
    <section className="composer-panel" id={section.code} aria-labelledby="composer-block">
      <p className="composer-in">
        <a href={addressOf(path, { section: section.code })}>{locale === "da" ? section.titleDa : section.titleEn}</a>
      </p>
      <h2 id="composer-block">{name === "" ? kind : name}</h2>
      <p className="composer-marks">
        <Marks block={block} holder={undefined} />
      </p>
      <ActForm action={arrangeBlock} hidden={hidden} label={t("arrange", { name: kind })} className="composer-acts">
        {block.mustRewrite ? (
          <Question title={t("rewriteTitle")} hint={t("rewriteHint")} act="confirm" answer={t("stillHolds")} />
        ) : null}
        {Object.values(translationOfBlock(block)).includes("stale") ? (
          <Question title={t("staleTitle")} hint={t("staleHint")} act="translate" answer={t("stillSays")} />
        ) : null}
        <Acts section={section} block={block} isHeld={holder !== undefined} />
        {holder ? null : <Transfer report={report} section={section} block={block} />}
        <a href={addressOf(path, { block: block.id, view: "history" })}>{t("history")}</a>
      </ActForm>
      <Held
        address={address}
        blockId={block.id}
        warning={split(t("heldMeanwhile", { name: "\n" }))}
        reading={
          holder && isLocale(locale) ? (
            <>
              <Message tone="question" title={t("heldTitle", { name: holder.name })}>
                <p>{t("heldSince", { time: formatTime(new Date(holder.since), locale) })}</p>
              </Message>
              <Waiting
                address={address}
                blockId={block.id}
                href={addressOf(path, { block: block.id })}
                words={{ free: t("free"), take: t("take") }}
              />
              {reading ? <Reading reading={reading} /> : null}
            </>
          ) : null
        }
      >
        {children}
      </Held>
    </section>
  );
}

/** What is to be decided about its words, and the act that says that they stay. */
function Question({
  title,
  hint,
  act,
  answer,
}: {
  title: string;
  hint: string;
  act: "confirm" | "translate";
  answer: string;
}) {
  return (
    <div className="composer-rewrite">
      <Message tone="question" title={title}>
        <p>{hint}</p>
        <p>
          <button className="btn" name="act" value={act}>
            {answer}
          </button>
        </p>
      </Message>
    </div>
  );
}

/** Before and after the name. */
function split(sentence: string): [string, string] {
  const [before = "", after = ""] = sentence.split("\n");
  return [before, after];
}

/** What would take a block from under whoever writes in it is off meanwhile. */
function Acts({ section, block, isHeld }: { section: EditableSection; block: EditableBlock; isHeld: boolean }) {
  const t = useTranslations("composer.act");
  const at = section.blocks.indexOf(block);
  const acts = [
    { act: "up", isOff: isHeld || at === 0 },
    { act: "down", isOff: isHeld || at === section.blocks.length - 1 },
    { act: block.isHidden ? "show" : "hide", isOff: isHeld && !block.isHidden },
    { act: "duplicate", isOff: false },
    { act: "remove", isOff: isHeld },
  ] as const;
  return (
    <span className="btns">
      {acts.map(({ act, isOff }) => (
        <button key={act === "show" ? "hide" : act} className="btn small" name="act" value={act} aria-disabled={isOff}>
          {t(act)}
        </button>
      ))}
    </span>
  );
}

/** To the end of another section that takes its kind. */
function Transfer({ report, section, block }: Pick<Props, "report" | "section" | "block">) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const others = report.sections.filter((one) => one !== section && takes(one.kind, block.kind));
  if (others.length === 0) return null;
  return (
    <span className="composer-transfer">
      <label htmlFor="composer-to">{t("to")}</label>
      <select id="composer-to" className="in-line-menu" name="section">
        {others.map(({ code, titleDa, titleEn }) => (
          <option key={code} value={code}>
            {locale === "da" ? titleDa : titleEn}
          </option>
        ))}
      </select>
      <button className="btn small" name="act" value="transfer">
        {t("act.transfer")}
      </button>
    </span>
  );
}
