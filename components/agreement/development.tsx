import { useTranslations } from "next-intl";
import { Sign } from "@/components/ui/sign";
import { overFigures, Table } from "@/components/ui/table";
import { movedBy, sharePercent, type LateLine, type PeriodFigures } from "@/lib/agreement/overview/model";
import { agreementHref } from "@/lib/agreement/place/model";
import type { Locale } from "@/lib/language/model";
import { dayText } from "./amount";
import { spoken } from "./frame";
import { ExampleMark } from "./marks";

type Period = { code: string; figures: PeriodFigures };

/** The shares of this period beside those of the last, and how they have moved. */
export function Development({ now, before, isRunning }: { now: Period; before: Period; isRunning: boolean }) {
  const t = useTranslations("agreement.overview");
  const rows = (["signed", "required", "own", "late"] as const).map((measure) => {
    const shares = [before, now].map(({ figures }) => shareOf(measure, figures));
    // What is finished only by the end of a period says nothing on the way there.
    const isEarly = isRunning && (measure === "required" || measure === "own");
    const moved = isEarly ? null : movedBy(shares[1]!, shares[0]!);
    const isGood = moved !== null && (measure === "late" ? moved < 0 : moved > 0);
    return {
      measure,
      isEarly,
      shares,
      moved,
      tone: moved === null || moved === 0 ? "same" : isGood ? "better" : "worse",
    } as const;
  });
  const development = t("development", { period: spoken(before.code) });
  const printed = (share: number | null) => (share === null ? t("noShare") : t("share", { percent: share }));
  return (
    <Table
      label={development}
      caption={development}
      className="lines"
      columns={[t("measure"), ...[spoken(before.code), spoken(now.code), development].map(overFigures)]}
    >
      {rows.map(({ measure, isEarly, shares, moved, tone }) => (
        <tr key={measure}>
          <th scope="row">{t(measure === "late" ? "lateShare" : measure)}</th>
          {shares.map((share, at) => (
            <td key={at} className="r" data-label={spoken((at === 0 ? before : now).code)}>
              {printed(share)}
            </td>
          ))}
          <td className="r" data-label={development}>
            {moved === null ? (
              <span className="muted">{isEarly ? t("running") : t("noShare")}</span>
            ) : (
              <span className={`moved ${tone}`}>
                <Sign name={moved > 0 ? "up" : moved < 0 ? "down" : "same"} />
                {t("point", { change: Math.abs(moved) })} {t(tone)}
              </span>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function shareOf(measure: "signed" | "required" | "own" | "late", figures: PeriodFigures): number | null {
  const { agreements, signed, own, ownDone, required, requiredDone, late } = figures;
  if (measure === "signed") return sharePercent(signed, agreements);
  if (measure === "required") return sharePercent(requiredDone, required);
  return measure === "own" ? sharePercent(ownDone, own) : sharePercent(late, own + required);
}

/** The commitments that are late, the oldest deadline first. */
export function LateTable({
  org,
  period,
  late,
  locale,
}: {
  org: string;
  period: string;
  late: LateLine[];
  locale: Locale;
}) {
  const t = useTranslations("agreement");
  return (
    <Table
      label={t("overview.lateTitle")}
      caption={t("overview.lateTitle")}
      className="lines"
      columns={[t("overview.commitment"), t("unit"), t("overview.responsible"), overFigures(t("overview.deadline"))]}
    >
      {late.map(({ id, orgUnit, text, deadline, responsible, isExample }) => (
        <tr key={id}>
          <th scope="row">
            <a href={`${agreementHref(org, period, orgUnit.code)}/commitments/${id}`}>{text}</a>
            {isExample ? <ExampleMark /> : null}
          </th>
          <td data-label={t("unit")}>{orgUnit.name}</td>
          <td data-label={t("overview.responsible")}>{responsible || t("nobody")}</td>
          <td className="r nw" data-label={t("overview.deadline")}>
            {dayText(deadline, locale)}
          </td>
        </tr>
      ))}
    </Table>
  );
}
