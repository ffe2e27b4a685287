import { useTranslations } from "next-intl";
import { remarkIn, type Locale } from "@/lib/language/model";
import type { Lineage } from "@/lib/lineage/model";
import type { Entry } from "@/lib/lineage/queries";
import { formatDate, formatTime } from "@/lib/number/format";

/** Where an entered value is from, in sentences: who, when, through which door, source, remark, what it rests on. */
export function useActLines(locale: Locale): (lineage: Lineage, entry: Entry | undefined) => string[] {
  const t = useTranslations("lineage");
  return (lineage, entry) => {
    const { figure, made } = lineage;
    if (made !== "entered") return [t(made)];
    const how = t(figure.origin === "imported" || figure.origin === "derived" ? figure.origin : "entered");
    const door = entry?.door;
    const through = door === "import" || door === "command" || door === "demo" ? ` ${t(`doors.${door}`)}` : "";
    const at = entry && new Date(entry.at);
    const act =
      entry && at
        ? `${t("by", { how, date: formatDate(at, locale), time: formatTime(at, locale), author: entry.author ?? t("anonymous") })}${through}, ${t("version", { version: entry.version })}`
        : how;
    return [
      act,
      ...(figure.source ? [t("source", { source: remarkIn(figure.source, locale) })] : []),
      ...(figure.basis ? [t("basis", { basis: remarkIn(figure.basis, locale) })] : []),
      ...(figure.comment ? [t("comment", { comment: remarkIn(figure.comment, locale) })] : []),
    ].map((line) => line.replace(/\.?$/, "."));
  };
}
