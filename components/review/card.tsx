import { getTranslations } from "next-intl/server";
import { Stand } from "@/components/entry/beside/stand";
import { besideWords } from "@/components/entry/beside/words";
import { figureHref } from "@/components/figure/address";
import { PrintedFigure } from "@/components/figure/printed-figure";
import { targetInWords } from "@/components/figure/target";
import { figureWords } from "@/components/figure/words";
import { Link } from "@/components/ui/link";
import { overFigures, Table } from "@/components/ui/table";
import type { Locale } from "@/lib/language/model";
import type { ReviewItem } from "@/lib/review/model";
import type { BesideView } from "@/lib/value/beside/model";
import { answerSaid, questionSaid, signed } from "./text";
import "@/components/entry/entry.css";
import "@/components/entry/beside/beside.css";
import "./review.css";

type Props = { item: ReviewItem; beside: BesideView; year: number; slug: string; locale: Locale; isPanel: boolean };

/** No act works in a panel that only shows the page: there, everything is to read. */
const readOnly = {
  addEvidence: false,
  withdraw: false,
  discuss: false,
  restore: false,
  submit: false,
  approve: false,
  sendBack: false,
};

/** One value under review with everything that speaks for and against it: years, peers, target, questions, evidence, discussions, history, and the way to its lineage. */
export async function Card({ item, beside, year, slug, locale, isPanel }: Props) {
  const t = await getTranslations("review");
  const { kpi, orgUnit, figures, percent, peers, target, questions } = item;
  const words = figureWords(locale);
  const facts = [
    ...(percent === null
      ? []
      : [{ label: t("card.lastYear", { year: year - 1 }), text: `${signed(percent, locale)} %` }]),
    ...(peers
      ? [
          {
            label: t("card.peers"),
            text: t("peersTold", { percent: signed(peers.percent, locale), count: peers.count }),
          },
        ]
      : []),
    ...(target ? [{ label: t("card.target"), text: targetInWords(target, words, locale) }] : []),
  ];
  const Heading = isPanel ? "h2" : "h1";
  return (
    <article data-lineage="" className="review-card">
      <Heading>{kpi.name}</Heading>
      <p className="muted">
        {orgUnit.name}, {year} · {kpi.unitOfMeasure}
      </p>
      <Table label={t("card.years")} columns={figures.map((figure) => overFigures(String(figure.year)))}>
        <tr>
          {figures.map((figure) => (
            <td className={figure.year === year ? "r now" : "r"} key={figure.year}>
              <PrintedFigure figure={figure} words={words} locale={locale} tagged={false} />
            </td>
          ))}
        </tr>
      </Table>
      <dl className="review-facts">
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3>{t("card.questions")}</h3>
      {questions.length === 0 ? <p className="muted">{t("card.noQuestions")}</p> : null}
      <ul className="review-questions">
        {questions.map((one) => (
          <li key={one.question.code}>
            {questionSaid(one, year, locale)}
            {one.confirmed ? <small>{t("said", { text: answerSaid(one, locale)! })}</small> : null}
          </li>
        ))}
      </ul>
      <p className="btns">
        <Link className="btn main" href={`/${slug}/entry/${year}/${orgUnit.code}/${kpi.code}#approval`} data-leave="">
          {t("entry")}
        </Link>
        <Link href={figureHref(slug, kpi.code, year, orgUnit.isRoot ? undefined : orgUnit.code)}>{t("lineage")}</Link>
      </p>
      <Stand
        view={isPanel ? { ...beside, acts: readOnly } : beside}
        said={{ words: besideWords[locale], locale, unitOfMeasure: kpi.unitOfMeasure }}
      />
    </article>
  );
}
