import { written, type SetupProblem } from "../text/model";
import { ROOT, type SetupDocument } from "../schema";
import { checkFormulas } from "./formula/model";
import { checkKpis } from "./kpi/model";
import { noteTwice, type Note } from "./note/model";

type Path = (string | number)[];

/**
 * What does not hang together in a set-up: codes said twice or naming nothing, days and years out of order, trees
 * that run in a circle, formulas that do not work, factors whose versions would change. `after` is the whole set-up
 * with what the organisation has already, the file's own things first, so that places are those of the file.
 */
export function checkSetup(
  before: SetupDocument,
  after: SetupDocument,
  lineOf: (path: Path) => number | null,
): SetupProblem[] {
  const problems: SetupProblem[] = [];
  const note: Note = (path, code, values = {}) =>
    problems.push({ path: written(path), line: lineOf(path), code: `setup.file.${code}`, values });
  checkTwice(after, note);
  checkTree(after, note);
  checkFactors(before, after, note);
  checkKpis(after, note);
  if (problems.length === 0)
    checkFormulas(after, (path, code, values) =>
      problems.push({ path: written(path), line: lineOf(path), code, values }),
    );
  return problems;
}

function checkTwice(setup: SetupDocument, note: Note): void {
  for (const part of ["orgUnits", "pillars", "factors", "kpis", "footnotes"] as const)
    noteTwice(
      setup[part].map(({ code }) => code),
      (at) => [part, at, "code"],
      note,
    );
  noteTwice(
    setup.years.map(({ year }) => String(year)),
    (at) => ["years", at, "year"],
    note,
  );
}

function checkTree({ orgUnits }: SetupDocument, note: Note): void {
  const codes = new Set([ROOT, ...orgUnits.map(({ code }) => code)]);
  const parents = new Map(orgUnits.map(({ code, placed }) => [code, placed.map(({ under }) => under)]));
  orgUnits.forEach(({ code, opensOn, closesOn, mergedInto, placed }, at) => {
    const path = ["orgUnits", at];
    if (opensOn && closesOn && closesOn < opensOn) note([...path, "closesOn"], "closesBeforeItOpens");
    if (mergedInto && !closesOn) note([...path, "mergedInto"], "mergedStaysOpen");
    if (mergedInto === code) note([...path, "mergedInto"], "itself", { code });
    else if (mergedInto && !codes.has(mergedInto))
      note([...path, "mergedInto"], "unknownOrgUnit", { code: mergedInto });
    noteTwice(
      placed.map(({ from }) => from),
      (step) => [...path, "placed", step, "from"],
      note,
    );
    placed.forEach(({ under }, step) => {
      const place = [...path, "placed", step, "under"];
      if (!codes.has(under)) note(place, "unknownOrgUnit", { code: under });
      else if (leadsTo(under, code, parents)) note(place, "belowItself", { code });
    });
  });
}

/** Whether a chain of parents, at any time, leads from one org unit to another. */
function leadsTo(from: string, to: string, parents: ReadonlyMap<string, string[]>): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === to) return true;
    if (!seen.has(code)) open.push(...(parents.get(code) ?? []));
    seen.add(code);
  }
  return false;
}

/** Versions of factors are never changed: the file must begin with those that are there. */
function checkFactors(before: SetupDocument, after: SetupDocument, note: Note): void {
  const held = new Map(before.factors.map((factor) => [factor.code, factor]));
  after.factors.forEach((factor, at) => {
    if (factor.method && factor.scope !== 2) note(["factors", at, "method"], "methodOutsideScope2");
    const was = held.get(factor.code);
    if (!was) return;
    for (const name of ["activityDa", "activityEn", "scope", "method", "region"] as const)
      if (was[name] !== factor[name]) note(["factors", at, name], "factorChanged");
    was.versions.forEach((version, step) => {
      if (JSON.stringify(version) !== JSON.stringify(factor.versions[step]))
        note(["factors", at, "versions", step], "factorChanged");
    });
  });
}
