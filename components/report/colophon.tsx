import type { Locale } from "@/lib/language/model";
import { formatDate } from "@/lib/number/format";
import { filled, reportWords } from "@/lib/report/notation/model";
import type { EditionMark } from "@/lib/report/ticket/model";

/** What an edition says of itself: its number, its day, and the digest its figures can be verified by. */
export function Colophon({ edition, locale }: { edition: EditionMark; locale: Locale }) {
  const { colophon: words } = reportWords(locale).report;
  const day = formatDate(new Date(`${edition.day}T12:00:00Z`), locale, "long");
  return (
    <section className="colophon" aria-labelledby="colophon-title">
      <h2 id="colophon-title">{words.title}</h2>
      <p>{filled(words.edition, { number: edition.number, day })}</p>
      <p>
        {words.digest} <code lang="zxx">{edition.figuresDigest}</code>
      </p>
      <p>{words.verify}</p>
    </section>
  );
}
