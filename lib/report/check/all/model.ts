import { askedTwice } from "../asked/model";
import {
  deadLinks,
  drawingsLacking,
  figuresLacking,
  noWholeNumber,
  outOfStep,
  unboundNumbers,
  unexplained,
  untranslated,
} from "../lack/model";
import { keyOf, ruleNames, type Draft, type Finding } from "../model";
import { picturesLacking } from "../picture/model";
import { lastYearsWords } from "../rewrite/model";
import { typedNumbers } from "../typed/model";
import { staleYears } from "../year/model";

const rules = [
  unboundNumbers,
  lastYearsWords,
  typedNumbers,
  askedTwice,
  staleYears,
  figuresLacking,
  noWholeNumber,
  drawingsLacking,
  picturesLacking,
  untranslated,
  outOfStep,
  unexplained,
  deadLinks,
];

/** Everything that should be looked at before a report is published, what is wrong before what could be better; each once. */
export function check(draft: Draft): Finding[] {
  const found = new Map(rules.flatMap((rule) => rule(draft)).map((finding) => [keyOf(finding), finding]));
  const order = (finding: Finding) =>
    finding.rule === "unbound" ? -1 : finding.rule === "bindable" ? 99 : ruleNames.indexOf(finding.rule);
  return [...found.values()].sort((a, b) => order(a) - order(b));
}
