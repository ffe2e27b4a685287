import type { Role } from "@/lib/access/policy";
import type { Evaluated } from "@/lib/evaluation/model";
import { formulaInputs } from "@/lib/kpi/model";
import type { Formula } from "@/lib/kpi/schema";
import { add, compare, isZero, whole, zero, type Fraction } from "@/lib/number/fraction";
import type { OrgUnitNode, Tree } from "@/lib/org-unit/model";
import { measure } from "@/lib/quantity/model";
import { unitsOfMeasure } from "@/lib/unit-of-measure/model";

/** Whether a figure tells of people, and by what they are counted: cases (accidents, heads) or replies to a survey. */
export type SmallGroup = "none" | "cases" | "replies";

/** A group of fewer is small: Organisation.suppressBelowCases and suppressBelowReplies. */
export type Limits = { cases: number; replies: number };

/** What suppression asks of a KPI in a year. */
export type PeopleRule = {
  smallGroup: SmallGroup;
  formula: Formula | null;
  weightCode: string | null;
  unitOfMeasure: string;
};

/** What suppression is worked out from, in one year. `isNeeded`: whoever asks needs that org unit's figures. */
export type People = {
  limits: Limits;
  tree: Tree;
  rules: ReadonlyMap<string, PeopleRule>;
  /** The KPI that counts an org unit's people. */
  headsCode: string | null;
  evaluate(code: string, orgUnitId: string): Pick<Evaluated, "quantity">;
  isNeeded(orgUnitId: string): boolean;
};

/**
 * The org units whose figures a person needs for the work: all of them for those who answer for the figures or audit
 * them, the own ones for a contributor, none for those who read.
 */
export function neededBy(access: { roles: readonly Role[]; orgUnitIds: string[] | null }): "all" | string[] {
  const answers: readonly Role[] = ["controller", "auditor", "administrator"];
  if (access.roles.some((role) => answers.includes(role))) return "all";
  return access.roles.includes("contributor") ? (access.orgUnitIds ?? []) : [];
}

/**
 * Which org units' figures of a KPI are hidden because they tell of too few people (product.md, "People are few"), and
 * which others so that those cannot be found by subtraction. The organisation's own figure is always shown.
 *
 * - Cases: the group is the count itself; where it counts nobody (days, percent), what it is weighed by, else everybody
 *   in the org unit.
 * - Replies: the group is everybody who answered the question.
 * - A group nobody has counted is taken for a small one. A count of 0 tells of nobody.
 * - A calculated figure is hidden where one of its inputs is.
 */
export function suppression(people: People): (code: string) => ReadonlySet<string> {
  const known = new Map<string, ReadonlySet<string>>();
  const hiddenOf = (code: string): ReadonlySet<string> => {
    const found = known.get(code);
    if (found) return found;
    known.set(code, new Set());
    const rule = people.rules.get(code);
    const hidden = !rule
      ? new Set<string>()
      : rule.formula
        ? new Set(formulaInputs(rule.formula).flatMap((input) => [...hiddenOf(input)]))
        : protectedFrom(smallOnes(code, rule, people), code, rule, people);
    known.set(code, hidden);
    return hidden;
  };
  return hiddenOf;
}

function smallOnes(code: string, rule: PeopleRule, people: People): Set<string> {
  if (rule.smallGroup === "none") return new Set();
  const limit = whole(people.limits[rule.smallGroup]);
  const isSmall = ({ id, isRoot }: OrgUnitNode) => {
    const amount = amountAt(code, id, people);
    if (isRoot || amount === null || isKnown(id, code, people)) return false;
    const size = groupSize(code, rule, id, people);
    return size === null || (!isZero(size) && compare(size, limit) < 0);
  };
  return new Set([...people.tree.nodes.values()].filter(isSmall).map(({ id }) => id));
}

/**
 * Hides more until nothing hidden is what is left of a whole. Of an org unit and those below it, never one alone is
 * hidden, and those hidden below one that is shown are together no small group themselves. The smallest of the others
 * below are taken, and the org unit itself where there are no others.
 */
function protectedFrom(hidden: Set<string>, code: string, rule: PeopleRule, people: People): Set<string> {
  if (rule.smallGroup === "none" || hidden.size === 0) return hidden;
  const limit = whole(people.limits[rule.smallGroup]);
  const { tree } = people;
  const together = (nodes: OrgUnitNode[]) =>
    nodes.reduce((sum, { id }) => add(sum, groupSize(code, rule, id, people) ?? zero), zero);
  const parentOf = new Map(
    [...tree.nodes.values()].flatMap((node) => tree.childrenOf(node.id).map(({ id }) => [id, node])),
  );
  // Hidden in vain: what is left of a whole that is shown, or that can be worked out itself.
  const isFound = (id: string): boolean => {
    const parent = parentOf.get(id);
    if (!parent || (hidden.has(parent.id) && !isFound(parent.id))) return false;
    return withFigure(parent.id, code, people).filter((child) => hidden.has(child.id)).length === 1;
  };
  // An org unit hidden for its own parts may be the one too few among its neighbours, so until nothing changes.
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const node of tree.nodes.values()) {
      const children = withFigure(node.id, code, people);
      const others = children
        .filter(({ id }) => !hidden.has(id) && !isKnown(id, code, people))
        .sort((a, b) => bySize(amountAt(code, a.id, people)!, amountAt(code, b.id, people)!));
      const isExposed = () => {
        const inside = children.filter(({ id }) => hidden.has(id));
        if (hidden.has(node.id) && !isFound(node.id)) return children.length > 0 && inside.length === 0;
        return inside.length > 0 && (inside.length < 2 || compare(together(inside), limit) < 0);
      };
      while (isExposed()) {
        const mayHide = !node.isRoot && !hidden.has(node.id) && !isKnown(node.id, code, people);
        const next = others.shift() ?? (mayHide ? node : null);
        if (!next) break;
        hidden.add(next.id);
      }
    }
  }
  return hidden;
}

/** The org units right below one that have a figure. */
function withFigure(orgUnitId: string, code: string, people: People): OrgUnitNode[] {
  return people.tree.childrenOf(orgUnitId).filter(({ id }) => amountAt(code, id, people) !== null);
}

/** Needed, or made of nothing but what is: hiding it would hide nothing. */
function isKnown(orgUnitId: string, code: string, people: People): boolean {
  if (people.isNeeded(orgUnitId)) return true;
  const children = withFigure(orgUnitId, code, people);
  return children.length > 0 && children.every(({ id }) => isKnown(id, code, people));
}

/** The smaller first; zeros last, because hiding a nought hides nothing behind it. */
function bySize(a: Fraction, b: Fraction): number {
  return Number(isZero(a)) - Number(isZero(b)) || compare(a, b);
}

function amountAt(code: string, orgUnitId: string, people: People): Fraction | null {
  const { quantity } = people.evaluate(code, orgUnitId);
  return quantity && measure(quantity);
}

const counts: readonly string[] = ["count", "persons", "fte"];

/** How many people a figure tells of; null where nobody has counted them. */
function groupSize(code: string, rule: PeopleRule, orgUnitId: string, people: People): Fraction | null {
  const isCount = counts.includes(unitsOfMeasure[rule.unitOfMeasure]?.dimension ?? "");
  const group =
    (rule.smallGroup === "replies" ? repliesWith(code, people) : null) ??
    (rule.weightCode ? [rule.weightCode] : isCount ? [code] : people.headsCode ? [people.headsCode] : []);
  if (group.length === 0) return null;
  return group.reduce<Fraction | null>((sum, member) => {
    const amount = amountAt(member, orgUnitId, people);
    return sum && amount && add(sum, amount);
  }, zero);
}

/** The answers that make up a question together with these: the three groups of a net promoter score, the whole of a share. */
function repliesWith(code: string, people: People): string[] | null {
  for (const { formula } of people.rules.values()) {
    if (formula?.kind === "nps" && formulaInputs(formula).includes(code)) return formulaInputs(formula);
    const counted = formula?.kind === "share" && formula.part === code ? people.rules.get(formula.whole) : null;
    if (counted?.smallGroup === "replies" && formula?.kind === "share") return [formula.whole];
  }
  return null;
}
