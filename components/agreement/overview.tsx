import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { sharePercent, type PeriodFigures } from "@/lib/agreement/overview/model";

/** A share as a number, a meter and words. */
function Figure({
  title,
  number,
  of,
  share,
  tone = "",
  small,
}: {
  title: string;
  number: number;
  of: string;
  share: number | null;
  tone?: string;
  small: ReactNode;
}) {
  return (
    <section>
      <h2>{title}</h2>
      <p className="big">
        <b>{number}</b> <span>{of}</span>
      </p>
      {share === null ? null : (
        <div className={`meter ${tone}`} aria-hidden="true">
          <i style={{ ["--share" as string]: `${share}%` }} />
        </div>
      )}
      <p className="muted">{small}</p>
    </section>
  );
}

/** The four answers of the committee's overview: signed, requirements met, own commitments done, late. */
export function Figures({ figures, unsigned }: { figures: PeriodFigures; unsigned: string[] }) {
  const t = useTranslations("agreement.overview");
  const { agreements, signed, own, ownDone, required, requiredDone, late } = figures;
  const percent = (part: number, whole: number) => {
    const share = sharePercent(part, whole);
    return share === null ? "–" : t("share", { percent: share });
  };
  return (
    <div className="figures">
      <Figure
        title={t("signed")}
        number={signed}
        of={t("signedBig", { count: agreements })}
        share={sharePercent(signed, agreements)}
        small={unsigned.length === 0 ? t("signedAll") : t("signedLeft", { units: named(unsigned) })}
      />
      <Figure
        title={t("required")}
        number={requiredDone}
        of={t("requiredBig", { count: required })}
        share={sharePercent(requiredDone, required)}
        small={percent(requiredDone, required)}
      />
      <Figure
        title={t("own")}
        number={ownDone}
        of={t("ownBig", { count: own })}
        share={sharePercent(ownDone, own)}
        small={percent(ownDone, own)}
      />
      <Figure
        title={t("late")}
        number={late}
        of={t("lateBig", { count: late })}
        share={sharePercent(late, own + required)}
        tone="late"
        small={late === 0 ? t("lateNone") : percent(late, own + required)}
      />
    </div>
  );
}

/** The first few names; the rest as an ellipsis, because the list of all stands in the matrix. */
function named(units: string[]): string {
  return units.length > 4 ? `${units.slice(0, 4).join(", ")} …` : units.join(", ");
}
