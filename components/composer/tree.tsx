import { useLocale, useTranslations } from "next-intl";
import { Dragging } from "@/components/composer/dragging";
import { Sign } from "@/components/ui/sign";
import type { SignName } from "@/components/ui/signs";
import { isLocale } from "@/lib/language/model";
import { labelOf } from "@/lib/report/composition/label/model";
import { addressOf, type Place } from "@/lib/report/composition/place/model";
import type { Holder } from "@/lib/report/hold/model";
import type { EditableBlock, EditableReport } from "@/lib/report/queries";
import { translationOfBlock, type Translation } from "@/lib/report/translation/model";

type Props = { slug: string; path: string; report: EditableReport; place: Place; holds: Holder[] };

/**
 * Everything a report holds, hidden parts among it, each with what is to be known of it. Plain links that load the page:
 * the browser asks before unsaved words are left behind. They can be dragged where they are to stand. A popover, so that a
 * phone can open it.
 */
export function Tree({ slug, path, report, place, holds }: Props) {
  const t = useTranslations("composer");
  const locale = useLocale();
  const inDanish = isLocale(locale) && locale === "da";
  const heldBy = (id: string) => holds.find(({ blockId, isOwn }) => blockId === id && !isOwn);
  const current = (isHere: boolean) => (isHere ? ("page" as const) : undefined);
  return (
    <nav id="composer-tree" popover="auto" className="composer-tree" aria-label={t("tree")}>
      <p>
        <a href={path} aria-current={current(place.at === "report")}>
          {t("front")}
        </a>
      </p>
      <Dragging hidden={{ org: slug, year: String(report.year), seen: String(report.structure) }}>
        <ol>
          {report.sections.map((section) => (
            <li
              key={section.code}
              className={section.isHidden ? "is-hidden" : undefined}
              data-part={section.code}
              data-kind={section.kind}
            >
              <a
                className="composer-section"
                href={addressOf(path, { section: section.code })}
                aria-current={current(
                  (place.at === "section" || place.at === "titles") && place.section.code === section.code,
                )}
              >
                {inDanish ? section.titleDa : section.titleEn}
                {section.isHidden ? <Mark word={t("mark.hidden")} /> : null}
              </a>
              {section.blocks.length > 0 ? (
                <ol>
                  {section.blocks.map((block) => (
                    <li
                      key={block.id}
                      className={block.isHidden ? "is-hidden" : undefined}
                      data-part={block.id}
                      data-kind={block.kind}
                      data-held={heldBy(block.id) ? "" : undefined}
                    >
                      <a
                        href={addressOf(path, { block: block.id })}
                        aria-current={current("block" in place && place.block.id === block.id)}
                      >
                        <BlockName block={block} />
                        <Marks block={block} holder={heldBy(block.id)} />
                      </a>
                    </li>
                  ))}
                </ol>
              ) : null}
              <a className="composer-add" href={addressOf(path, { section: section.code, view: "add" })}>
                {t("addBlock")} <span className="vh">{inDanish ? section.titleDa : section.titleEn}</span>
              </a>
            </li>
          ))}
        </ol>
      </Dragging>
      <p>
        <a href={addressOf(path, { view: "add" })} aria-current={current(place.at === "newSection")}>
          {t("addSection")}
        </a>
        <a href={addressOf(path, { view: "removed" })} aria-current={current(place.at === "removed")}>
          {t("removed")}
        </a>
        <a href={addressOf(path, { view: "order" })} aria-current={current(place.at === "order")}>
          {t("order.title")}
        </a>
      </p>
    </nav>
  );
}

function BlockName({ block }: { block: EditableBlock }) {
  const kind = useTranslations("report.editor.kind")(block.kind);
  const locale = useLocale();
  const label = isLocale(locale) ? labelOf(block, locale) : "";
  return (
    <span>
      <small>{kind}</small> {label}
    </span>
  );
}

/** What is to be known of a block, each with a sign and a word. */
export function Marks({ block, holder }: { block: EditableBlock; holder: Holder | undefined }) {
  const t = useTranslations("composer.mark");
  const states = [...new Set(Object.values(translationOfBlock(block)))].filter(isOpen);
  return (
    <>
      {holder ? <Mark sign="pencil" word={t("held", { name: holder.name })} /> : null}
      {block.isHidden ? <Mark word={t("hidden")} /> : null}
      {block.mustRewrite ? <Mark sign="question" word={t("rewrite")} /> : null}
      {states.map((state) => (
        <Mark key={state} word={t(`translation.${state}`)} />
      ))}
    </>
  );
}

function isOpen(state: Translation): state is Exclude<Translation, "none" | "translated"> {
  return state !== "none" && state !== "translated";
}

function Mark({ sign, word }: { sign?: SignName; word: string }) {
  return (
    <span className="composer-mark">
      {sign ? <Sign name={sign} size={12} /> : null} {word}
    </span>
  );
}
