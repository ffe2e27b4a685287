import { isAlias, isCollection, isPair, LineCounter, parseDocument, stringify, visit, type Document } from "yaml";
import type { z } from "zod";
import { LONGEST_SETUP, setupFileSchema, type SetupDocument } from "../schema";

/** What is wrong with a file, and where: a path such as kpis[3].targets[0].year, and its line in the text. */
export type SetupProblem = { path: string; line: number | null; code: string; values: Record<string, string> };

/** A file as read: a set-up with where each place stands in the text, or everything wrong with it. */
export type ReadSetup =
  { ok: true; setup: SetupDocument; lineOf: (path: Path) => number | null } | { ok: false; problems: SetupProblem[] };

type Path = (string | number)[];

/** Most problems told at once. */
const MOST = 50;

/** A set-up as a file, YAML or JSON, without what is empty; the same set-up is always the same text. */
export function writeSetup(setup: SetupDocument, format: "yaml" | "json"): string {
  const plain = withoutEmpty(setup);
  if (format === "json") return `${JSON.stringify(plain, null, 2)}\n`;
  return stringify(plain, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** Reads a set-up from YAML, of which JSON is a part. Aliases and tags are refused: a file says everything itself. */
export function readSetup(text: string): ReadSetup {
  const nowhere = (code: string, values: Record<string, string> = {}, line: number | null = null): ReadSetup => ({
    ok: false,
    problems: [{ path: "", line, code, values }],
  });
  if (text.length > LONGEST_SETUP) return nowhere("setup.file.tooLarge");
  if (isDeep(text)) return nowhere("setup.file.tooDeep");
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines, schema: "core", version: "1.2" });
  const [broken] = document.errors;
  if (broken)
    return nowhere("setup.file.notYaml", { reason: broken.message.split("\n")[0]! }, lines.linePos(broken.pos[0]).line);
  if (hasAliases(document)) return nowhere("setup.file.alias");
  const raw: unknown = document.toJS();
  const lineOf = (path: Path) => lineIn(document, path, lines);
  const parsed = setupFileSchema.safeParse(raw);
  if (parsed.success) return { ok: true, setup: parsed.data, lineOf };
  const problems = parsed.error.issues.slice(0, MOST).map((issue) => problemOf(issue, raw, lineOf));
  return { ok: false, problems };
}

/** A path as people read it: kpis[3].targets[0].year, counted from 0. */
export function written(path: Path): string {
  return path.map((step, at) => (typeof step === "number" ? `[${step}]` : at === 0 ? step : `.${step}`)).join("");
}

function problemOf(issue: z.core.$ZodIssue, raw: unknown, lineOf: (path: Path) => number | null): SetupProblem {
  const path = issue.path as Path;
  const place = { path: written(path), line: lineOf(path) };
  if (issue.code === "unrecognized_keys")
    return { ...place, code: "setup.file.unknownField", values: { field: issue.keys.join(", ") } };
  if (valueAt(raw, path) === undefined) return { ...place, code: "setup.file.missing", values: {} };
  if (/^setup\.[A-Za-z.]+$/.test(issue.message)) return { ...place, code: issue.message, values: {} };
  if (issue.code === "invalid_value")
    return { ...place, code: "setup.file.notOneOf", values: { choices: issue.values.join(", ") } };
  return { ...place, code: "setup.file.wrong", values: {} };
}

function valueAt(raw: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | null | undefined)?.[step], raw);
}

/** The line of a place; of what is missing, the line of what it is missing from. */
function lineIn(document: Document.Parsed, path: Path, lines: LineCounter): number | null {
  for (let depth = path.length; depth >= 0; depth--) {
    const step = path[depth - 1];
    const parent = depth > 0 ? document.getIn(path.slice(0, depth - 1), true) : null;
    const pair = isCollection(parent)
      ? parent.items.find((item) => isPair(item) && String(item.key) === String(step))
      : undefined;
    const node = isPair(pair) ? pair.key : document.getIn(path.slice(0, depth), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    if (range) return lines.linePos(range[0]).line;
  }
  return null;
}

/** No set-up nests deeper; the parser calls itself for each step, and an endless stair of brackets would end the process. */
const DEEPEST = 60;

function isDeep(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === "[" || sign === "{") open++;
    else if (sign === "]" || sign === "}") open = Math.max(0, open - 1);
    if (open > DEEPEST) return true;
  }
  return /^[ \t]{200}|^[ \t]*([-?:][ \t]+){20}/m.test(text);
}

function hasAliases(document: Document.Parsed): boolean {
  let found = false;
  visit(document, (_, node) => {
    found ||= isAlias(node);
  });
  return found;
}

/** Without null, "", false and [], at any depth: the schema fills them in again. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, one]) => !(one === null || one === "" || one === false || (Array.isArray(one) && one.length === 0)),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutEmpty(one)]));
}
