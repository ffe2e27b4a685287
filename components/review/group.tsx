import { useTranslations } from "next-intl";
import type { FigureWords } from "@/components/figure/words";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/language/model";
import type { Review, ReviewGroup } from "@/lib/review/model";
import { ItemRow } from "./item-row";

type Props = {
  group: ReviewGroup;
  review: Review;
  slug: string;
  words: FigureWords;
  locale: Locale;
  mayApprove: boolean;
  /** Where all of them are shown. */
  allHref: string;
};

/** The values of one group, the most pressing first. */
export function Group({ group, review, allHref, ...rest }: Props) {
  const t = useTranslations("review");
  const { total, items } = review.groups[group];
  const { year } = review;
  return (
    <section className="review-group" aria-labelledby={`group-${group}`} id={group}>
      <h2 id={`group-${group}`}>
        {t(`group.${group}`)} <span>{total}</span>
      </h2>
      <p className="muted">{total === 0 ? t("none") : t(`groupText.${group}`)}</p>
      {total === 0 ? null : (
        <Table
          label={t(`group.${group}`)}
          className="review-table"
          columns={[
            t("head.figure"),
            overFigures(String(year - 1)),
            overFigures(String(year)),
            overFigures(t("head.change")),
            overFigures(t("head.peers")),
            t("head.years"),
            overFigures(t("head.target")),
            t("head.state"),
          ]}
        >
          {items.map((item) => (
            <ItemRow key={`${item.kpi.id} ${item.orgUnit.id}`} {...{ item, group, year }} {...rest} />
          ))}
        </Table>
      )}
      {items.length < total ? (
        <p className="muted">
          {t("shown", { shown: items.length, count: total })}{" "}
          <Link href={`${allHref}#${group}`}>{t("more", { count: total })}</Link>
        </p>
      ) : null}
    </section>
  );
}
