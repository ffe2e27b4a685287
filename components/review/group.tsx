import { useTranslations } from "next-intl";
import type { FigureWords } from "@/components/figure/words";
import { Link } from "@/components/ui/link";
import { Scroll } from "@/components/ui/scroll";
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
        <Scroll label={t(`group.${group}`)}>
          <table className="tbl review-table">
            <thead>
              <tr>
                <th scope="col">{t("head.figure")}</th>
                <th scope="col" className="r">
                  {year - 1}
                </th>
                <th scope="col" className="r">
                  {year}
                </th>
                <th scope="col" className="r">
                  {t("head.change")}
                </th>
                <th scope="col" className="r">
                  {t("head.peers")}
                </th>
                <th scope="col">{t("head.years")}</th>
                <th scope="col" className="r">
                  {t("head.target")}
                </th>
                <th scope="col">{t("head.state")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <ItemRow key={`${item.kpi.id} ${item.orgUnit.id}`} {...{ item, group, year }} {...rest} />
              ))}
            </tbody>
          </table>
        </Scroll>
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
