import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/session/action-form";
import { unapproved } from "@/lib/approval/model";
import type { Review } from "@/lib/review/model";
import { publishPeriod, stepYear } from "@/lib/setup/period/actions";
import { stepsFrom } from "@/lib/setup/period/model";

/** How far the year has come, what of it is not approved, and its next step: to review, closed, published, or open again with a reason. */
export function YearLock({
  review: { year, period, counts },
  slug,
  maySteps,
}: {
  review: Review;
  slug: string;
  maySteps: boolean;
}) {
  const t = useTranslations("review.year");
  const common = useTranslations("common");
  const left = unapproved(counts);
  // Back is back to open: whoever must correct figures needs no stop on the way.
  const steps = stepsFrom(period.state).filter(({ to, needsReason }) => !needsReason || to === "open");
  const shared = { summary: t("summary"), done: t("done") };
  return (
    <section className="review-year" aria-labelledby="year-title">
      <h2 id="year-title">{t("title", { year })}</h2>
      <p>
        {t("state", { state: common(`periodState.${period.state}`) })} <b>{t("unapproved", { count: left })}</b>
        {left > 0 ? ` (${t("parts", counts)}).` : ""}
      </p>
      <p className="muted">
        {period.state === "published" ? t("published") : period.state === "closed" ? t("publishing") : t("closing")}
      </p>
      {maySteps ? (
        <div className="review-steps">
          {period.state === "closed" ? (
            <ActionForm
              action={publishPeriod}
              hidden={{ org: slug, year: String(year) }}
              fields={[]}
              submit={{ label: t("to.published", { year }), className: "btn main" }}
              {...shared}
            />
          ) : null}
          {steps.map(({ to, needsReason }) => (
            <ActionForm
              key={to}
              action={stepYear}
              hidden={{ org: slug, year: String(year), to }}
              fields={needsReason ? [{ kind: "text", name: "reason", label: t("reason", { year }) }] : []}
              submit={{ label: t(`to.${to as "open" | "inReview" | "closed"}`, { year }), className: "btn" }}
              {...shared}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}
