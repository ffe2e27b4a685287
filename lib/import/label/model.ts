import type { ImportPlan, SheetPlan } from "@/lib/import/model";
import type { Matcher, Recogniser } from "@/lib/import/recognition/model";
import { spread, type SheetLook } from "@/lib/import/table/model";

/** A text of a label column with what it leads to: by the plan or by its name; `proposal` may be meant, but somebody must say so. */
export type Label = { text: string; code: string | null; proposal: string | null };

/** Under which text a row's label is kept in the plan, the more exact one first: a label may mean another KPI under another ("ift. omsætning" under "Scope 1"). */
export function labelKeys(label: string, section: string | null): string[] {
  const plain = label.trim();
  return section && section !== plain ? [`${section} › ${plain}`, plain] : [plain];
}

/** What a label of KPIs leads to: a code, "" when it was left out on purpose, null when nothing is known. */
export function kpiOfLabel(label: string, section: string | null, plan: Pick<ImportPlan, "kpis">, { kpi }: Recogniser): string | null {
  for (const key of labelKeys(label, section)) {
    const planned = plan.kpis[key];
    if (planned !== undefined) return planned;
  }
  return kpi(label);
}

/** What a label of org units leads to, as `kpiOfLabel`. */
export function orgUnitOfLabel(label: string, plan: Pick<ImportPlan, "orgUnits">, { orgUnit }: Recogniser): string | null {
  const planned = plan.orgUnits[label.trim()];
  if (planned !== undefined) return planned;
  return orgUnit(label);
}

/** The different labels of a sheet's KPI or org unit column, those that lead nowhere first. A label under a KPI of its own is told apart by it. */
export function labelsOf(look: SheetLook, sheet: SheetPlan, role: "kpi" | "orgUnit", plan: ImportPlan, recognise: Recogniser, childrenOf: (code: string) => string[]): Label[] {
  const column = sheet.columns.find((one) => one.role === role)?.column;
  if (column === undefined || !sheet.isUsed) return [];
  const found = new Map<string, Label>();
  let section: { label: string; code: string } | null = null;
  const last = sheet.head.at(-1) ?? -1;
  for (const row of spread(look.rows, look).filter(({ index }) => index > last)) {
    const text = row.cells.find((cell) => cell.column === column)?.text.trim();
    if (!text) continue;
    if (role === "orgUnit") {
      found.set(text, labelled(text, orgUnitOfLabel(text, plan, recognise), recognise.orgUnit));
      continue;
    }
    const code = kpiOfLabel(text, section?.label ?? null, plan, recognise);
    const children: string[] = section ? childrenOf(section.code) : [];
    const isChild: boolean = code === null && children.length === 1;
    const key: string = isChild ? labelKeys(text, section!.label)[0]! : text;
    found.set(key, isChild ? { text: key, code: null, proposal: children[0]! } : labelled(key, code, recognise.kpi));
    if (code && plan.kpis[text] === undefined) section = { label: text, code };
  }
  const indented = new Set([...found.keys()].flatMap((key) => key.split(" › ").slice(1)));
  for (const text of look.texts.get(column) ?? []) {
    const isHead = sheet.columns.some((one) => one.head.includes(text));
    const isKnown = isHead || found.has(text) || indented.has(text);
    const code = role === "kpi" ? kpiOfLabel(text, null, plan, recognise) : orgUnitOfLabel(text, plan, recognise);
    if (!isKnown) found.set(text, labelled(text, code, recognise[role]));
  }
  return [...found.values()].sort((a, b) => Number(a.code !== null) - Number(b.code !== null));
}

/** A proposal is looked for only where nothing is known: it takes a thousand times as long. */
function labelled(text: string, code: string | null, matcher: Matcher): Label {
  return { text, code, proposal: code ?? matcher.nearest(text) };
}
