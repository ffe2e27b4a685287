import { useTranslations } from "next-intl";
import { headlineOf, type PillarGroup, type Summary } from "@/lib/dashboard/model";
import { leadingAndTrailing } from "@/lib/dashboard/pillar/model";

/** The finding as a title, and in the line below which pillar carries it and which drags. */
export function HeadLines({
  groups,
  summary,
  year,
  isCollecting,
}: {
  groups: PillarGroup[];
  summary: Summary;
  year: number;
  isCollecting: boolean;
}) {
  const t = useTranslations("dashboard");
  const { kind, ...numbers } = headlineOf(
    groups.flatMap((group) => group.kpis),
    summary,
    isCollecting,
  );
  const { leading, trailing } = leadingAndTrailing(groups);
  const lines =
    kind === "collecting"
      ? [isCollecting ? t("lead.collecting") : t("lead.first", { previous: year - 1 })]
      : [
          ...(leading
            ? [t("lead.best", { pillar: leading.pillar.name, reached: leading.reached, judged: leading.judged })]
            : []),
          ...(trailing
            ? [t("lead.worst", { pillar: trailing.pillar.name, worse: trailing.worse, previous: year - 1 })]
            : []),
        ];
  return (
    <div className="top">
      <h1>{t(`headline.${kind}`, { ...numbers, year })}</h1>
      {lines.length > 0 ? <p className="lead">{lines.join(" ")}</p> : null}
    </div>
  );
}
