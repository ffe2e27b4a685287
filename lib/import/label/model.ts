import type { ImportPlan, SheetPlan } from "@/lib/import/model";
import type { FileRow } from "@/lib/import/cell/model";
import { isFigure } from "@/lib/import/mapping/model";
import { plainName, type Matcher, type Recogniser } from "@/lib/import/recognition/model";
import { labelTexts, spread, type SheetLook } from "@/lib/import/table/model";

/** A text of a label column with what it leads to: by the plan or by its name; `proposal` may be meant, but somebody must say so. */
export type Label = { text: string; code: string | null; proposal: string | null };

/** KPIs printed under another, by its code. */
export type Children = (code: string) => { code: string; names: string[] }[];

/** Under which text a row's label is kept in the plan, the more exact one first: a label may mean another KPI under another ("ift. omsætning" under "Scope 1"). */
function labelKeys(label: string, section: string | null): string[] {
  const plain = label.trim();
  return section && section !== plain ? [`${section} › ${plain}`, plain] : [plain];
}

/** What a label of KPIs leads to: a code, "" when it was left out on purpose, null when nothing is known. */
export function kpiOfLabel(
  label: string,
  section: string | null,
  plan: Pick<ImportPlan, "kpis">,
  { kpi }: Recogniser,
): string | null {
  for (const key of labelKeys(label, section)) {
    const planned = plan.kpis[key];
    if (planned !== undefined) return planned;
  }
  return kpi(label);
}

/** What a label of org units leads to, as `kpiOfLabel`. */
export function orgUnitOfLabel(
  label: string,
  plan: Pick<ImportPlan, "orgUnits">,
  { orgUnit }: Recogniser,
): string | null {
  const planned = plan.orgUnits[label.trim()];
  if (planned !== undefined) return planned;
  return orgUnit(label);
}

/** The different labels of a sheet's KPI or org unit column, those that lead nowhere first. A label under a KPI of its own is told apart by it. */
export function labelsOf(
  look: SheetLook,
  sheet: SheetPlan,
  role: "kpi" | "orgUnit",
  plan: ImportPlan,
  recognise: Recogniser,
  childrenOf: Children,
): Label[] {
  const column = sheet.columns.find((one) => one.role === role)?.column;
  if (column === undefined || !sheet.isUsed) return [];
  const found = new Map<string, Label>();
  const last = sheet.head.at(-1) ?? -1;
  // A title above the table or a heading within it has no figures: nobody needs to say what it means.
  const headings = new Set(
    look.rows.filter(({ index }) => index <= last).flatMap(({ cells }) => cells.map(({ text }) => text.trim())),
  );
  const figures = new Set(sheet.columns.filter((one) => isFigure(one.role)).map((one) => one.column));
  const hasFigures = ({ cells }: FileRow) => cells.some((cell) => figures.has(cell.column));
  let section: { label: string; code: string } | null = null;
  for (const row of spread(look.rows, look).filter(({ index }) => index > last)) {
    const text = row.cells.find((cell) => cell.column === column)?.text.trim();
    if (!text) continue;
    if (role === "orgUnit") {
      found.set(text, labelled(text, orgUnitOfLabel(text, plan, recognise), recognise.orgUnit));
      continue;
    }
    const code = kpiOfLabel(text, section?.label ?? null, plan, recognise);
    const child: string | null = code === null && section ? childNamed(text, childrenOf(section.code)) : null;
    const key: string = child ? labelKeys(text, section!.label)[0]! : text;
    if (hasFigures(row))
      found.set(key, child ? { text: key, code: null, proposal: child } : labelled(key, code, recognise.kpi));
    else headings.add(text);
    if (code && plan.kpis[text] === undefined) section = { label: text, code };
  }
  const indented = new Set([...found.keys()].flatMap((key) => key.split(" › ").slice(1)));
  for (const text of labelTexts(look, column)) {
    const isKnown = headings.has(text) || found.has(text) || indented.has(text);
    const code = role === "kpi" ? kpiOfLabel(text, null, plan, recognise) : orgUnitOfLabel(text, plan, recognise);
    if (!isKnown) found.set(text, labelled(text, code, recognise[role]));
  }
  return [...found.values()].sort((a, b) => Number(a.code !== null) - Number(b.code !== null));
}

/** The one KPI under another that a label shares a word with: "ift. omsætning" under "Vand" is "Vand ift. omsætning". */
export function childNamed(label: string, children: { code: string; names: string[] }[]): string | null {
  const words = new Set(
    plainName(label)
      .split(" ")
      .filter((word) => word.length > 2),
  );
  const named = children.filter(({ names }) =>
    names.some((name) =>
      plainName(name)
        .split(" ")
        .some((word) => words.has(word)),
    ),
  );
  return named.length === 1 ? named[0]!.code : null;
}

/** A proposal is looked for only where nothing is known: it takes a thousand times as long. */
function labelled(text: string, code: string | null, matcher: Matcher): Label {
  return { text, code, proposal: code ?? matcher.nearest(text) };
}
