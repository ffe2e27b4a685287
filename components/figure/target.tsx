import { StateSign } from "@/components/figure/sign";
import { fill, type FigureWords } from "@/components/figure/words";
import type { KpiYear, TargetJudgement, TargetKind, TargetView } from "@/lib/figure/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal, formatSplit } from "@/lib/number/format";
import "@/components/figure/figure.css";

const signs: Record<Exclude<TargetKind, "reduction" | "split">, string> = {
  atLeast: "≥",
  atMost: "≤",
  above: ">",
  below: "<",
};

/** A target as a limit: "≥ 85", "< 2,5", "−5 %", "60/40". */
export function targetText(target: TargetView, words: FigureWords, locale: Locale): string {
  if (target.kind === "split")
    return target.men !== null && target.women !== null
      ? formatSplit({ men: target.men, women: target.women }, locale)
      : "";
  if (target.amount === null) return "";
  const amount = formatDecimal(target.amount, locale, { decimals: target.scale });
  return target.kind === "reduction"
    ? fill(words.target.reduction, { percent: amount })
    : `${signs[target.kind]} ${amount}`;
}

/** A target as it stands in a sentence: "mindst 85", "under 2,5", "5 % under 2023", "60/40". */
export function targetInWords(target: TargetView, words: FigureWords, locale: Locale): string {
  if (target.kind === "split" || target.amount === null) return targetText(target, words, locale);
  const amount = formatDecimal(target.amount, locale, { decimals: target.scale });
  if (target.kind === "reduction")
    return fill(words.target.reductionFrom, { percent: amount, baseline: target.baselineYear ?? "" });
  return fill(words.target.inWords[target.kind], { amount });
}

/** The comparison that decided a state ("2,9 ≤ 4,0", "mænd 27 ≥ 25"); of a baseline, the limit it sets ("≤ 0,60 i 2024"). */
function ruleText(kpi: KpiYear, words: FigureWords, locale: Locale): string {
  const { target, state, rule } = kpi.target;
  if (state === "baseline" && target) {
    return target.limit === null
      ? ""
      : fill(words.target.ruleIn, { rule: `≤ ${formatDecimal(target.limit, locale)}`, year: target.year });
  }
  if (!rule) return "";
  const subject = rule.subject === "value" ? "" : `${words[rule.subject]} `;
  return `${subject}${formatDecimal(rule.left, locale)} ${rule.sign} ${formatDecimal(rule.right, locale)}`;
}

/** A state of a target: sign and word. */
export function TargetStateMark({ judgement, words }: { judgement: TargetJudgement; words: FigureWords }) {
  const { state } = judgement;
  return (
    <span className={`state s-${state}`}>
      <StateSign state={state} />
      <b>{words.target.state[state]}</b>
    </span>
  );
}

/** Sign, word and the rule that decided; without data, why there is none. */
export function TargetStateRule({ kpi, words, locale }: { kpi: KpiYear; words: FigureWords; locale: Locale }) {
  const status = kpi.figures.at(-1)?.status;
  const why =
    kpi.target.state === "noData" && status && status !== "reported" && status !== "estimated"
      ? words.status[status].toLocaleLowerCase(locale)
      : "";
  const rule = why || ruleText(kpi, words, locale);
  return (
    <>
      <TargetStateMark judgement={kpi.target} words={words} />
      {rule ? (
        <>
          {" "}
          <span className="rule">{rule}</span>
        </>
      ) : null}
    </>
  );
}
