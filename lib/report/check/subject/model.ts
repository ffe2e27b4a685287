/** What a sentence is about: found by the words it shares with the names of KPIs. */

/** Something with a name that sentences may speak of. */
export type Named = { code: string; names: string[] };

/** A sentence of a text, with its place. */
export type Sentence = { text: string; from: number };

const stop = new Set(
  "og eller i på af til for med mod er var som der det den de en et ift gns pr the of and or in on to for with relative a an is was after efter siden since fra from m k f hele aleris andel share antal number data total".split(
    " ",
  ),
);
const endings = /(?:ernes|erne|enes|elsen|ens|ets|ers|ene|ing|en|et|er|ed|es|e|s)$/u;
const abbreviations = /(?:^|[^\p{L}])(?:mio|mia|ca|pr|nr|kr|bl|a|jf|inkl|ekskl|gns|pct|ift|e\.g|i\.e|vs)\.$/iu;

/** Cuts a text into sentences: lines, then full stops before a capital that end no abbreviation. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const end = (to: number) => {
    if (text.slice(from, to).trim() !== "") sentences.push({ text: text.slice(from, to), from });
    from = to;
  };
  for (const match of text.matchAll(/\n+|[.!?](?=\s+[\p{Lu}\d])/gu)) {
    const to = match.index + match[0].length;
    if (match[0].startsWith("\n") || !abbreviations.test(text.slice(from, to))) end(to);
  }
  end(text.length);
  return sentences;
}

/** A year in front of everything is of the words that follow: "In 2022, revenue was …". */
const yearInFront = /^\s*(?:i|in)\s+(?:19|20)\d{2}$/iu;

/** The part of a sentence a place stands in: between commas, semicolons and conjunctions. */
export function clauseAt(sentence: string, place: number): string {
  const cuts = [...sentence.matchAll(/[,;:]\s|\s(?:og|mens|men|and|while|but)\s/gu)]
    .map(({ index }) => index)
    .filter((cut) => !yearInFront.test(sentence.slice(0, cut)));
  const from = cuts.findLast((cut) => cut < place) ?? 0;
  const to = cuts.find((cut) => cut >= place) ?? sentence.length;
  return sentence.slice(from, to);
}

/** The words of a text that can tell what it is about, without their endings. */
export function stemsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/\{\{kpi:[^}]*\}\}/g, " ")
    .replace(/scope\s+(\d)/g, "scope$1")
    .replaceAll("co₂", "co2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !stop.has(word) && !/^\d+$/.test(word))
    .map(withoutEnding);
}

/** What is left must still tell: "marked" is no "mark". */
function withoutEnding(word: string): string {
  const stem = word.replace(endings, "");
  return stem.length >= 5 ? stem : word;
}

/** Whether two stems are one word's. Compounds share their beginning: "genanvendelse" is in "genanvendelsesandel". */
export function isSame(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 5 && long.startsWith(short);
}

/** How strongly a text speaks of each thing. */
export type Mentions = { code: string; weight: number; part: number }[];

/**
 * Finds what texts speak of. A word counts for more the fewer names have it; the words of the clause count in full,
 * those of the rest of the sentence less, those of the heading least. Half of a name must be there.
 */
export function subjects(things: readonly Named[]) {
  const names = things.map(({ code, names: own }) => ({ code, names: own.map((name) => [...new Set(stemsOf(name))]) }));
  const worth = new Map<string, number>();
  const worthOf = (stem: string) => {
    const known = worth.get(stem);
    if (known !== undefined) return known;
    const having = names.filter(({ names: own }) =>
      own.some((name) => name.some((other) => isSame(stem, other))),
    ).length;
    const made = Math.log((names.length + 1) / Math.max(1, having)) + 0.1;
    worth.set(stem, made);
    return made;
  };
  return (clause: string, sentence: string, heading: string): Mentions => {
    const said = [
      { stems: stemsOf(clause), factor: 1 },
      { stems: stemsOf(sentence), factor: 0.4 },
      { stems: stemsOf(heading), factor: 0.15 },
    ];
    return names
      .map(({ code, names: own }) => {
        const [best] = own.map((name) => weightOf(name, said, worthOf)).sort((a, b) => b.weight - a.weight);
        return { code, weight: best?.weight ?? 0, part: best?.part ?? 0 };
      })
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight || b.part - a.part);
  };
}

function weightOf(
  name: string[],
  said: { stems: string[]; factor: number }[],
  worthOf: (stem: string) => number,
): { weight: number; part: number } {
  let [all, found, weight] = [0, 0, 0];
  for (const stem of name) {
    const worth = worthOf(stem);
    all += worth;
    const where = said.find(({ stems }) => stems.some((other) => isSame(stem, other)));
    if (where) found += worth;
    weight += worth * (where?.factor ?? 0);
  }
  const part = all > 0 ? found / all : 0;
  return part >= 0.5 ? { weight, part } : { weight: 0, part };
}

/** The things most likely meant: the strongest, of these the ones named most completely, and what is as strong. */
export function mostLikely(mentions: Mentions): string[] {
  const best = mentions[0]?.weight ?? 0;
  const strong = mentions.filter(({ weight }) => weight >= best * 0.97);
  const whole = Math.max(0, ...strong.map(({ part }) => part));
  return strong.filter(({ part }) => part >= whole * 0.97).map(({ code }) => code);
}
