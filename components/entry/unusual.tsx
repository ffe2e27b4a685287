import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { formatDate } from "@/lib/number/format";
import { byAnswer, type UnusualFigure } from "@/lib/value/unusual/model";
import { writeCell } from "@/lib/value/reading/model";
import { questionTold } from "./status-text";
import { entryWords } from "./entry-words";
import { fill } from "./words";

/** What deserves a second look in a year, and what somebody stands by and why. `path` is the year's address. */
export async function Unusual({ figures, year, path }: { figures: UnusualFigure[]; year: number; path: string }) {
  const [t, locale] = await Promise.all([getTranslations("entry.overview"), getLocale()]);
  const words = entryWords[locale];
  const { open, confirmed } = byAnswer(figures);
  if (figures.length === 0) return null;
  const told = ({ question, lastYear, content }: UnusualFigure) => {
    const { text, values } = questionTold(question, lastYear, content, year, words, locale);
    return fill(text, values);
  };
  const list = (title: string, some: UnusualFigure[]) =>
    some.length > 0 ? (
      <section className="entry-unusual">
        <h2>{title}</h2>
        <ul>
          {some.map((one) => (
            <li key={`${one.orgUnit.code} ${one.kpi.code} ${one.question.code}`}>
              <Link href={`${path}/${one.orgUnit.code}/${one.kpi.code}`}>
                {one.orgUnit.name}, {one.kpi.name}: {writeCell(one.content, locale)}
              </Link>
              <p>{told(one)}</p>
              {one.confirmed ? (
                <p className="answer">
                  {fill(words.question[one.confirmed.by ? "confirmed" : "confirmedYou"], one.confirmed)}{" "}
                  <span>{formatDate(new Date(one.confirmed.at), locale)}</span>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
    ) : null;
  return (
    <div id="questions">
      {list(t("questions", { count: open.length }), open)}
      {list(t("answered", { count: confirmed.length }), confirmed)}
    </div>
  );
}
