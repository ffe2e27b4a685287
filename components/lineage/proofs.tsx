import { useTranslations } from "next-intl";
import { ExampleTag } from "@/components/figure/printed-figure";
import { figureWords } from "@/components/figure/words";
import { remarkIn, type Locale } from "@/lib/language/model";
import { keyOf, type Lineage } from "@/lib/lineage/model";
import type { Proof, RestatedOnce } from "@/lib/lineage/proof/model";
import { formatDate, formatTime } from "@/lib/number/format";

/** What was restated of a figure after its year was published: what it did, why, when, and who did it where that may be known. */
export function Restatements({
  restatements,
  slug,
  locale,
}: {
  restatements: RestatedOnce[];
  slug: string;
  locale: Locale;
}) {
  const t = useTranslations("lineage");
  const kinds = useTranslations("restatement.kind");
  if (restatements.length === 0) return null;
  return (
    <section>
      <h3>{t("restatements")}</h3>
      <ul className="li-list">
        {restatements.map(({ id, at, author, kind, sentence, reason }) => (
          <li key={id}>
            <a href={`/${slug}/restatements#r-${id}`}>{sentence}</a>
            <small>
              {[
                reason,
                kinds(kind),
                `${formatDate(new Date(at), locale)} ${formatTime(new Date(at), locale)}`,
                ...(author === null ? [] : [author]),
              ].join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The files that back the values a figure was made of, each beside the value it backs. */
export function Proofs({
  proofs,
  lineages,
  slug,
  locale,
}: {
  proofs: Proof[];
  lineages: Lineage[];
  slug: string;
  locale: Locale;
}) {
  const t = useTranslations("lineage");
  const words = figureWords(locale);
  if (proofs.length === 0) return null;
  const values = new Map(lineages.map((one) => [keyOf(one), one]));
  const named = (of: string) => {
    const { name, orgUnit, year } = values.get(of)!;
    return orgUnit.isRoot ? `${name} ${year}` : `${name} ${year}, ${orgUnit.name}`;
  };
  return (
    <section>
      <h3>{t("proofs")}</h3>
      <ul className="li-list">
        {proofs.map(({ id, name, note, isExample, of }) => (
          <li key={id}>
            <a href={`/${slug}/evidence/${id}`} download>
              {name}
            </a>
            <small>
              {[named(of), remarkIn(note, locale)].filter((text) => text !== "").join(" · ")}
              {isExample ? <ExampleTag words={words} /> : null}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
