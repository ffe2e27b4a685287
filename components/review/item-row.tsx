import { useTranslations } from "next-intl";
import { figureHref } from "@/components/figure/address";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { Sparkline } from "@/components/figure/sparkline";
import { targetText } from "@/components/figure/target";
import type { FigureWords } from "@/components/figure/words";
import { Sign } from "@/components/ui/sign";
import type { Locale } from "@/lib/language/model";
import type { ReviewGroup, ReviewItem } from "@/lib/review/model";
import { EDGE } from "@/lib/review/ranking/model";
import { answerSaid, questionSaid, signed } from "./text";

type Props = {
  item: ReviewItem;
  group: ReviewGroup;
  year: number;
  slug: string;
  words: FigureWords;
  locale: Locale;
  mayApprove: boolean;
};

const signs = { draft: "pencil", returned: "question", submitted: "clock", approved: "check" } as const;

/** One value under review: against last year, its peers, its own years and its target, and what is odd about it. */
export function ItemRow({ item, group, year, slug, words, locale, mayApprove }: Props) {
  const t = useTranslations("review");
  const approval = useTranslations("approval");
  const { kpi, orgUnit, version, state, isOwn, rank, figures, percent, peers, target, questions, comment } = item;
  const place = { kpi: kpi.name, orgUnit: orgUnit.name };
  const told = questions.map((one) => questionSaid(one, year, locale));
  const answers = questions.flatMap((one) => answerSaid(one, locale) ?? []);
  const takes = mayApprove && (state === "submitted" || state === "approved");
  return (
    <tr className={group === "unexplained" ? "odd" : undefined}>
      <th scope="row">
        <span className="review-name">
          {takes ? (
            <input
              type="checkbox"
              name="cells"
              value={`${kpi.id} ${orgUnit.id} ${version}`}
              aria-label={t("pick", place)}
            />
          ) : null}
          <span>
            <a
              href={`/${slug}/review/${year}/${orgUnit.code}/${kpi.code}`}
              data-figure=""
              aria-label={t("openOf", place)}
            >
              {kpi.name}
            </a>
            <small>
              {orgUnit.name} · {kpi.unitOfMeasure}
            </small>
            {told.map((text) => (
              <small key={text} className="review-why">
                {text}
              </small>
            ))}
            {told.length === 0 && rank.deviation > EDGE ? <small className="review-why">{t("off")}</small> : null}
            {[...answers, ...(comment ? [comment] : [])].map((text) => (
              <small key={text}>{t("said", { text })}</small>
            ))}
          </span>
        </span>
      </th>
      <td className="r" data-label={year - 1}>
        <PrintedFigure figure={figures.at(-2)!} words={words} locale={locale} tagged={false} />
      </td>
      <td className="r now" data-label={year}>
        <PrintedFigure
          figure={figures.at(-1)!}
          words={words}
          locale={locale}
          tagged={false}
          href={figureHref(slug, kpi.code, year, orgUnit.isRoot ? undefined : orgUnit.code)}
        />
      </td>
      <td className="r" data-label={t("head.change")}>
        {percent === null ? "" : `${signed(percent, locale)} %`}
      </td>
      <td className="r muted" data-label={t("head.peers")}>
        {peers ? `${signed(peers.percent, locale)} %` : ""}
      </td>
      <td data-label={t("head.years")}>
        <Sparkline kpi={{ figures, breaks: item.breaks, target: { target: null } }} words={words} locale={locale} />
      </td>
      <td className="r muted" data-label={t("head.target")}>
        {target ? targetText(target, words, locale) : ""}
      </td>
      <td className="review-state" data-label={t("head.state")}>
        <span className={state === "approved" ? "better" : state === "returned" ? "question" : undefined}>
          <Sign name={signs[state]} /> {approval(`state.${state}`)}
        </span>
        {isOwn ? <small>{t("own")}</small> : null}
      </td>
    </tr>
  );
}
