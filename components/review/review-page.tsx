import { getTranslations } from "next-intl/server";
import { SayForm } from "@/components/approval/say-form";
import { figureWords } from "@/components/figure/words";
import { LineagePanel } from "@/components/lineage/panel";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import { approveScope, judgeValues } from "@/lib/approval/actions";
import type { Locale } from "@/lib/language/model";
import { reviewGroups, type Review, type ReviewFilter } from "@/lib/review/model";
import { Group } from "./group";
import { Places } from "./places";
import { YearLock } from "./year-lock";
import "./review.css";

type Props = { review: Review; filter: ReviewFilter; access: Access; locale: Locale };

/** The review of a year: the year itself, how far each place has come, and every value in its group with what is odd on top. */
export async function ReviewPage({ review, filter, access, locale }: Props) {
  const [t, approval] = await Promise.all([getTranslations("review"), getTranslations("approval")]);
  const { year, counts, seenAt } = review;
  const slug = access.organisation.slug;
  const path = `/${slug}/review/${year}`;
  const href = (to: Partial<ReviewFilter>, all = false) => {
    const query = Object.entries({ ...filter, ...to }).flatMap(([name, value]) => (value ? [[name, value]] : []));
    return `${path}?${new URLSearchParams([...query, ...(all ? [["all", "1"]] : [])]).toString()}`;
  };
  const unit = review.orgUnits.find(({ code }) => code === filter.unit);
  const pillar = review.pillars.find(({ code }) => code === filter.pillar);
  const shown = reviewGroups.flatMap((group) => review.groups[group].items);
  const mayApprove = may(access.roles, "value.approve");
  const waiting = unit && pillar ? null : (unit ?? pillar)?.counts;
  const narrowed = [unit?.name, pillar && (pillar.name ?? t("filter.base"))].filter(Boolean).join(" · ");
  return (
    <div className="review">
      <h1>{t("title", { year })}</h1>
      <p className="entry-lead">{t("lead", counts)}</p>
      <YearLock review={review} slug={slug} maySteps={may(access.roles, "period.step")} />
      <div className="review-matrix">
        <Places
          head={t("filter.unit")}
          caption={t("filter.caption")}
          rows={review.orgUnits.map(({ code, name, counts: of }) => ({
            key: code,
            name,
            counts: of,
            href: href({ unit: code }),
            isChosen: code === filter.unit,
          }))}
        />
        <Places
          head={t("filter.pillar")}
          caption={t("filter.pillarCaption")}
          rows={review.pillars.map(({ code, name, counts: of }) => ({
            key: code,
            name: name ?? t("filter.base"),
            counts: of,
            href: href({ pillar: code }),
            isChosen: code === filter.pillar,
          }))}
        />
      </div>
      {narrowed ? (
        <p className="review-only">
          {t("filter.only", { name: narrowed })} <Link href={path}>{t("filter.clear")}</Link>
        </p>
      ) : null}
      {mayApprove && waiting ? (
        <section className="review-bulk">
          <h2>{t("bulk.title", { count: waiting.submitted })}</h2>
          {waiting.submitted > 0 ? <p>{t("bulk.odd", { count: waiting.unexplained })}</p> : null}
          <SayForm
            action={approveScope}
            hidden={{ org: slug, year: String(year), unit: unit?.id ?? "", pillar: pillar?.code ?? "", seenAt }}
            summary={approval("summary")}
            buttons={
              waiting.submitted > 0
                ? [{ label: t("bulk.approve", { count: waiting.submitted }), className: "btn" }]
                : []
            }
          />
        </section>
      ) : null}
      {shown.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyText", { year })}</EmptyState>
      ) : mayApprove ? (
        <SayForm
          action={judgeValues}
          hidden={{ org: slug, year: String(year) }}
          summary={approval("summary")}
          comment={{ id: "comment", label: approval("comment"), hint: approval("commentHint") }}
          buttons={[
            { label: approval("approve"), className: "btn main", name: "verdict", value: "approved" },
            { label: approval("return"), name: "verdict", value: "returned" },
          ]}
        >
          <Groups {...{ review, slug, locale, mayApprove }} allHref={href({}, true)} />
        </SayForm>
      ) : (
        <Groups {...{ review, slug, locale, mayApprove }} allHref={href({}, true)} />
      )}
      <LineagePanel />
    </div>
  );
}

function Groups(of: { review: Review; slug: string; locale: Locale; mayApprove: boolean; allHref: string }) {
  return reviewGroups.map((group) => <Group key={group} group={group} words={figureWords(of.locale)} {...of} />);
}
