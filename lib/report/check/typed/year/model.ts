import { clauseAt } from "../../subject/model";

/** Words by which a year is looked back to or counted from: the number beside it may be another year's. */
const contrast =
  /(?<!\p{L})(?:siden|since|fra|from|mod|imod|against|end|than|efter|after|før|before|inden|sammenlignet|compared|i år|i dag|nu|now|today|this year)(?!\p{L})/iu;
const named = /(?<![\d–/-])(?:19|20)\d{2}(?![\d/–-])/g;
/** What a year stands after when something is said of it. */
const during = /(?:^|[^\p{L}])(?:i|in|for|during|året|year|the year)[\s\u00a0]+$/iu;
const aside = /\s\(|\)|\s[–—-]\s/g;

/** The years a text names. */
export function yearsIn(text: string): number[] {
  return [...text.matchAll(named)].map(([year]) => Number(year));
}

/** The one year, not the report's, that the words around a number say it is of; null: they name none, several, or look back. */
export function otherYear(sentence: string, place: number, reportYear: number): number | null {
  // What stands in brackets or between dashes is said by the way, with a year of its own.
  const clause = clauseAt(
    sentence.replace(aside, (one) => ", ".padEnd(one.length).slice(0, one.length)),
    place,
  );
  const years = new Set(yearsIn(clause));
  const [year] = years;
  if (years.size !== 1 || year === undefined || year === reportYear || contrast.test(clause)) return null;
  const isDuring = [...clause.matchAll(named)].every(({ index }) => during.test(clause.slice(0, index)));
  return isDuring ? year : null;
}
