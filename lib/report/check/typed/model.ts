import type { KpiYear } from "@/lib/figure/model";
import type { DecimalText } from "@/lib/number/model";
import { absolute, compare, fraction, subtract, whole } from "@/lib/number/fraction";
import { formatDecimal } from "@/lib/number/format";
import { statedIn } from "@/lib/unit-of-measure/model";
import { at, kpisOf, type Draft, type Finding, type Passage } from "../model";
import { fits, isNear, numbersIn, type TypedNumber } from "../number/model";
import { clauseAt, mostLikely, sentencesOf, subjects, type Mentions, type Sentence } from "../subject/model";
import { plainText } from "@/lib/report/narrative/plain/model";
import { isTarget, targetFinding } from "../target/model";
import { amountOf, changeOver, changeReference, fromRounded, moving, saysChange } from "./change/model";
import { saysOnly } from "./sure/model";
import { otherYear, yearsIn } from "./year/model";

/** A number in its sentence, and what the sentence is about. */
type Said = { passage: Passage; sentence: Sentence; clause: string; number: TypedNumber; before: string };

/** The KPIs its clause alone names. */
type Clear = Said & { inClause: () => string[] };

/** What a sentence may say a number of that is no KPI, whatever KPI it names besides. */
const somethingElse = /faktor|factor|pris|price|udgift|cost|benchmark/iu;
const lookingBack = /(?:\bfra|mod|året før|end|sidste år|from|against|year before|than|last year|compared)[^.]*$/iu;
const sinceYear = /(?:siden|since|end i|mod i|fra|from|than in)\s+((?:19|20)\d{2})/iu;

/** Numbers typed by hand that look like a KPI's value, change or target: those that differ, those that fit only rounded figures, and those that could be bound. */
export function typedNumbers(draft: Draft): Finding[] {
  return (["da", "en"] as const).flatMap((locale) => {
    const kpis = kpisOf(draft.views[locale]);
    const byCode = new Map(kpis.map((kpi) => [kpi.code, kpi]));
    const about = subjects(
      kpis.map(({ code, name, shortName }) => ({ code, names: [shortName, name.replace(/\(.*?\)/g, "")] })),
    );
    return draft.passages
      .filter((passage) => passage.locale === locale && passage.kind !== "comparison")
      .flatMap((passage) =>
        saidIn(passage).flatMap((said) => {
          const mentions = about(said.clause, said.sentence.text, passage.heading);
          const meant = mostLikely(mentions).flatMap((code) => byCode.get(code) ?? []);
          const inClause = () => mostLikely(about(said.clause, "", ""));
          return findingOf({ ...said, inClause }, meant, mentions, draft) ?? [];
        }),
      );
  });
}

/** Every typed number of a passage with its sentence and clause. */
export function saidIn(passage: Passage): Said[] {
  return sentencesOf(plainText(passage.text)).flatMap((sentence) =>
    numbersIn(sentence.text, passage.locale).map((number) => ({
      passage,
      sentence,
      number,
      clause: clauseAt(sentence.text, number.from),
      // The words inside a reference are no words of the sentence; that there is one counts.
      before: sentence.text.slice(0, number.from).replace(/\{\{[^}]*\}\}/g, (one) => "{{".padEnd(one.length)),
    })),
  );
}

function findingOf(said: Clear, meant: KpiYear[], mentions: Mentions, draft: Draft): Finding | null {
  const { passage, number, sentence } = said;
  const [kpi] = meant;
  if (!kpi || (mentions[0]?.weight ?? 0) < 0.9) return null;
  if (isTarget(said, draft.year)) return targetFinding(said, meant);
  const other = otherYear(sentence.text, number.from, draft.year);
  const bound = meant.map((one) => fitting(said, one, other, draft)).find((reference) => reference !== null);
  if (bound)
    return at(passage, {
      rule: "bindable",
      excerpt: excerptOf(said),
      values: named(kpi, number, other),
      instead: bound,
    });
  // Two that are as likely are no ground to say that a number is wrong.
  return meant.length > 1 || somethingElse.test(said.clause) ? null : wrong(said, kpi, other, draft);
}

/** The reference that says this number of this KPI; null when none does. A clause about another year is only right of that year. */
function fitting({ number, sentence, before }: Said, kpi: KpiYear, other: number | null, draft: Draft): string | null {
  const { year, sources } = draft;
  // Last year's number is right only where the sentence looks back.
  const looksBack = lookingBack.test(before);
  const possible = [year, ...(looksBack ? [year - 1] : []), ...yearsIn(sentence.text)];
  for (const at of other === null ? new Set(possible) : [other]) {
    const figure = kpi.figures.find((one) => one.year === at);
    const name = at === year ? "" : ` ${at}`;
    if (number.kind === "split" && figure?.split?.men === number.amount && figure.split.women === number.other)
      return `{{kpi:${kpi.code}${name}}}`;
    if (figure?.amount != null && saysValue(number, kpi) && fits(number, figure.amount))
      return `{{kpi:${kpi.code}${name}${number.kind === "percent" ? " unit" : ""}}}`;
  }
  const to = other ?? year;
  const since = sinceYear.exec(sentence.text)?.[1];
  for (const from of [...(since ? [Number(since)] : []), to - 1]) {
    const change = changeOver(kpi, from, to, sources.da);
    if (change && saysChange(number, kpi) && fits(number, amountOf(change)))
      return changeReference(kpi, change, from, to, year);
  }
  return null;
}

function wrong(said: Clear, kpi: KpiYear, other: number | null, { year, sources, views }: Draft): Finding | null {
  const { number, passage, clause, sentence } = said;
  const to = other ?? year;
  const since = sinceYear.exec(sentence.text)?.[1];
  const from = since ? Number(since) : to - 1;
  const isChange = saysChange(number, kpi) && (moving.test(clause) || !saysValue(number, kpi));
  const exact = changeOver(kpi, from, to, sources.da);
  if (isChange && exact) {
    const right = sources[passage.locale].format.change(exact, { isSigned: true, isBare: false });
    const values = { ...named(kpi, number, other), right };
    const instead = changeReference(kpi, exact, from, to, year);
    const rounded = fromRounded(kpi, from, to);
    const rule = rounded !== null && fits(number, rounded) ? "rounded" : "differs";
    if (rule === "rounded" || moving.test(clause))
      return at(passage, { rule, excerpt: excerptOf(said), values, instead });
    return null;
  }
  const [value, reported] = [to, year].map((one) => kpi.figures.find((figure) => figure.year === one)?.amount);
  if (!value || !saysValue(number, kpi)) return null;
  // The report's own figure put into another year is wrong there, however far the two are apart.
  const isMisplaced = other !== null && reported != null && fits(number, reported);
  const { organisation, orgUnits } = views[passage.locale];
  const around = { year: to, organisation: organisation.name, orgUnits: orgUnits.map(({ name }) => name) };
  const isSure = () => saysOnly(said, kpi, around) && said.inClause().join() === kpi.code;
  if (!isMisplaced && !contradicts(number, value) && !(isFar(number, value) && isSure())) return null;
  const style = number.kind === "percent" ? " unit" : "";
  return at(passage, {
    rule: "differs",
    excerpt: excerptOf(said),
    values: { ...named(kpi, number, other), right: formatDecimal(value, passage.locale) },
    instead: `{{kpi:${kpi.code}${other === null ? "" : ` ${other}`}${style}}}`,
  });
}

/** Whether a number says something else than the exact one beside it: it is near and not it, or its "knap" or "godt" is on the wrong side. */
function contradicts({ amount, hedge }: TypedNumber, exact: DecimalText): boolean {
  if (!isNear(amount, exact) || hedge === "about") return false;
  if (hedge === "exact") return true;
  const side = compare(fraction(exact), fraction(amount));
  return hedge === "under" ? side > 0 : side < 0;
}

/** Whether a number is too far from the exact one to be a rounding of it; a share in words reaches five points. */
function isFar({ amount, text, kind }: TypedNumber, exact: DecimalText): boolean {
  if (isNear(amount, exact)) return false;
  const isInWords = kind === "percent" && !/\d|%|procent|pct|cent/iu.test(text);
  return !isInWords || compare(absolute(subtract(fraction(amount), absolute(fraction(exact)))), whole(5)) > 0;
}

/** Shares are said in per cent; everything else is not. */
function saysValue({ kind }: TypedNumber, { unitOfMeasure, valueKind }: KpiYear): boolean {
  if (valueKind === "split") return false;
  const isShare = statedIn(unitOfMeasure) === "percentagePoints";
  return kind === "percent" ? isShare : kind === "plain";
}

/** The number with a few words around it, enough to find it again. */
export function excerptOf({ sentence, number }: Pick<Said, "sentence" | "number">): string {
  const from = Math.max(0, sentence.text.lastIndexOf(" ", Math.max(0, number.from - 40)));
  const after = sentence.text.indexOf(" ", Math.min(sentence.text.length - 1, number.to + 30));
  return sentence.text.slice(from, after < 0 ? undefined : after).trim();
}

function named({ shortName }: KpiYear, { text }: TypedNumber, other: number | null): Record<string, string> {
  return { kpi: other === null ? shortName : `${shortName} ${other}`, number: text };
}
