import { formatDecimal } from "@/lib/number/format";
import { at, type Draft, type Finding } from "../model";
import { fits, isNear } from "../number/model";
import { stemsOf, subjects } from "../subject/model";
import { excerptOf, saidIn } from "../typed/model";

/** Numbers that say something else than a comparison of the report does about the same question, asked of the same people. */
export function askedTwice(draft: Draft): Finding[] {
  return (["da", "en"] as const).flatMap((locale) => {
    const asked = draft.asked.filter((fact) => fact.locale === locale);
    if (asked.length === 0) return [];
    const about = subjects(asked.map(({ question }) => ({ code: question, names: [question] })));
    return draft.passages
      .filter((passage) => passage.locale === locale && passage.kind !== "comparison" && passage.kind !== "focusPoints")
      .flatMap((passage) =>
        saidIn(passage).flatMap((said) => {
          const { number, sentence, clause } = said;
          if (number.kind !== "percent") return [];
          const [first] = about(clause, sentence.text, passage.heading);
          const fact = asked.find(({ question }) => question === first?.code);
          // The same question put to other people, at another time, is another figure.
          if (!fact || !sharesAsked(sentence.text, fact.about)) return [];
          if (fits(number, fact.own) || !isNear(number.amount, fact.own)) return [];
          const values = { kpi: fact.question, right: `${formatDecimal(fact.own, locale)} %` };
          return [at(passage, { rule: "differs", excerpt: excerptOf(said), values })];
        }),
      );
  });
}

function sharesAsked(sentence: string, about: string): boolean {
  const known = stemsOf(about);
  return stemsOf(sentence).some((stem) =>
    known.some(
      (other) =>
        stem === other || (stem.length >= 5 && other.startsWith(stem)) || (other.length >= 5 && stem.startsWith(other)),
    ),
  );
}
