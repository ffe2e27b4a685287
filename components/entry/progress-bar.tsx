import { useTranslations } from "next-intl";
import { cellsOf } from "@/lib/value/overview/model";
import type { Progress } from "@/lib/value/sheet/model";

/** Filled, pending and missing cells as a bar and in words; what is zero is not said. */
export function ProgressBar({ progress, isTotal = false }: { progress: Progress; isTotal?: boolean }) {
  const t = useTranslations("entry.overview");
  const { filled, pending, missing } = progress;
  const parts = [
    ["saved", filled],
    ["pending", pending],
    ["missing", missing],
  ] as const;
  const isDone = pending + missing === 0;
  const said = [
    filled > 0 && t("filled", { count: filled }),
    pending > 0 && t("pending", { count: pending }),
    missing > 0 && t("missing", { count: missing }),
  ];
  return (
    <span className={isTotal ? "entry-progress total" : "entry-progress"}>
      <span className="entry-progress-bar" aria-hidden="true">
        {parts.map(([part, count]) =>
          count > 0 ? <i key={part} className={`is-${part}`} style={{ flexGrow: count }} /> : null,
        )}
      </span>
      <span className="entry-progress-words">
        {isDone ? t("done", { count: cellsOf(progress) }) : said.filter(Boolean).join(", ")}
      </span>
    </span>
  );
}
