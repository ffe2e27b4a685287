import { useLocale, useTranslations } from "next-intl";
import { ActForm } from "@/components/composer/act-form";
import { EmptyState } from "@/components/ui/empty-state";
import { isLocale } from "@/lib/language/model";
import { formatDate, formatTime } from "@/lib/number/format";
import { restoreOrderOf } from "@/lib/report/composition/order/actions";
import { isSameOrder, orderBefore, orderOf } from "@/lib/report/composition/order/model";
import type { OrderChange } from "@/lib/report/composition/order/queries";
import { labelOf } from "@/lib/report/composition/label/model";
import { addressOf } from "@/lib/report/composition/place/model";
import type { EditableReport } from "@/lib/report/queries";

type Props = { slug: string; path: string; report: EditableReport };

/** Who moved, hid, copied or removed what and when, and the way back to the order before each. */
export function OrderHistory({ slug, path, report, changes }: Props & { changes: OrderChange[] }) {
  const t = useTranslations("composer");
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  return (
    <section className="composer-panel" aria-labelledby="composer-history">
      <p className="composer-in">
        <a href={path}>{t("front")}</a>
      </p>
      <h2 id="composer-history">{t("order.title")}</h2>
      <p className="muted">{t("order.lead")}</p>
      {changes.length === 0 ? <EmptyState title={t("order.none")}>{t("order.noneHint")}</EmptyState> : null}
      <ol className="composer-history">
        {changes.map((change) => {
          const at = `${formatDate(change.at, locale)} ${formatTime(change.at, locale)}`;
          return (
            <li key={change.id}>
              <h3>
                <What change={change} />
                <span className="muted">
                  {" "}
                  {change.by ?? t("somebody")}, {at}
                </span>
              </h3>
              <Back {...{ slug, report, change }} label={t("order.restoreOf", { at })} word={t("order.restore")} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What one did to the order just now, said aloud where it is new, and the way back. */
export function LatestChange({ slug, path, report, change }: Props & { change: OrderChange | null }) {
  const t = useTranslations("composer");
  const at = change?.action.endsWith(".move") ? placeOf(report, change.part) : null;
  return (
    <div className="composer-latest">
      <p role="status">
        {change ? <What change={change} /> : null}
        {at ? `, ${t("order.at", at)}` : null}
      </p>
      {change ? (
        <>
          <Back {...{ slug, report, change }} label={t("order.undoLabel")} word={t("order.undo")} />
          <a href={addressOf(path, { view: "order" })}>{t("order.title")}</a>
        </>
      ) : null}
    </div>
  );
}

/** Where a part stands among those beside it, from 1. */
function placeOf({ sections }: EditableReport, part: string): { place: number; of: number } | null {
  const rows = [sections.map(({ code }) => code), ...sections.map(({ blocks }) => blocks.map(({ id }) => id))];
  const row = rows.find((parts) => parts.includes(part));
  return row ? { place: row.indexOf(part) + 1, of: row.length } : null;
}

function Back({
  slug,
  report,
  change,
  label,
  word,
}: Omit<Props, "path"> & { change: OrderChange; label: string; word: string }) {
  if (!change.before) return null;
  const now = orderOf(report.sections);
  if (isSameOrder(now, orderBefore(now, change.before, change.own))) return null;
  const hidden = { org: slug, year: String(report.year), seen: String(report.structure), entry: change.id };
  return (
    <ActForm action={restoreOrderOf} hidden={hidden} label={label} className="">
      <button className="btn small">{word}</button>
    </ActForm>
  );
}

/** "Moved: Risks: What we fear, to the section Ethics". */
function What({ change: { action, block, section, to } }: { change: OrderChange }) {
  const t = useTranslations("composer");
  const kinds = useTranslations("report.editor.kind");
  const locale = useLocale();
  if (!isLocale(locale)) return null;
  if (action === "report.order.restore") return t("order.restored");
  const titleOf = (titles: { titleDa: string; titleEn: string }) => (locale === "da" ? titles.titleDa : titles.titleEn);
  const isBlock = action.startsWith("report.block.");
  const verb = action.slice(action.lastIndexOf(".") + 1) as "add" | "move" | "hide" | "show" | "duplicate" | "remove";
  const name = block
    ? named(kinds(block.kind), labelOf(block, locale))
    : isBlock
      ? t("order.someBlock")
      : section
        ? t("order.section", { name: titleOf(section) })
        : t("order.someSection");
  const isElsewhere = to !== null && section !== null && titleOf(to) !== titleOf(section);
  return (
    <>
      {t(`acts.${verb}`)}: {name}
      {isElsewhere ? `, ${t("order.to", { name: titleOf(to) })}` : null}
    </>
  );
}

/** A block by its kind and its label; one of both where they say the same. */
function named(kind: string, label: string): string {
  return label.startsWith(kind) ? label : [kind, label].filter(Boolean).join(": ");
}
