import { formulaInputs } from "@/lib/kpi/model";
import { formulaSchema } from "@/lib/kpi/schema";
import type { Locale } from "@/lib/language/model";
import { fits, measureOf } from "@/lib/unit-of-measure/measure/model";
import { climate } from "./climate/model";
import { governance } from "./governance/model";
import { pay } from "./pay/model";
import { resources } from "./resources/model";
import { society } from "./society/model";
import { surveys } from "./survey/model";
import { topics, type Both, type Framework, type LibraryKpi } from "./topic/model";
import { turnover } from "./turnover/model";
import { wellbeing } from "./wellbeing/model";
import { workforce } from "./workforce/model";

/** KPIs and base data to start from, in the order of the subject. Definitions are ours; sources say where a framework asks. */
export const library: readonly LibraryKpi[] = [
  ...climate,
  ...resources,
  ...workforce,
  ...turnover,
  ...wellbeing,
  ...surveys,
  ...pay,
  ...society,
  ...governance,
];

/** The sets one can begin from, in the order they are offered; "all" is the whole library. */
export const librarySets = ["fsr", "vsme", "gri", "aleris", "all"] as const;
export type LibrarySet = (typeof librarySets)[number];

const frameworks: Record<Exclude<LibrarySet, "all">, Framework> = {
  fsr: "FSR",
  vsme: "VSME",
  gri: "GRI",
  aleris: "Aleris",
};
const byCode = new Map(library.map((kpi) => [kpi.code, kpi]));

/** A KPI of the library by its code. */
export function libraryKpi(code: string): LibraryKpi | undefined {
  return byCode.get(code);
}

/** The set's KPIs, without base data: that comes along by itself. VSME: the basic module, B1–B11. */
export function inSet(set: LibrarySet): LibraryKpi[] {
  return library.filter(({ isBase, sources }) => {
    if (set === "all") return true;
    const asks = sources.filter(({ framework }) => framework === frameworks[set]);
    return !isBase && asks.some(({ disclosure }) => set !== "vsme" || disclosure.startsWith("B"));
  });
}

/** KPIs in whose code, names, definition or sources every word of the text occurs; an empty text finds all. */
export function searchLibrary(kpis: LibraryKpi[], text: string, locale: Locale): LibraryKpi[] {
  const words = text.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
  return kpis.filter((kpi) => {
    const sources = kpi.sources.map(({ framework, disclosure }) => `${framework} ${disclosure}`);
    const texts = [kpi.code, ...kpi.name, ...kpi.definition, topics[kpi.topic].name, ...sources];
    const said = texts.join("\n").toLocaleLowerCase(locale);
    return words.every((word) => said.includes(word));
  });
}

/** What a KPI is worked out from, by code. */
export function inputsOf({ formula }: LibraryKpi): string[] {
  return formula ? formulaInputs(formulaSchema.parse(formula)) : [];
}

/** The chosen KPIs with everything their formulas need, in the order of the library, without what is there already. */
export function toBeAdded(codes: string[], present: ReadonlySet<string>): LibraryKpi[] {
  const wanted = new Set<string>();
  const want = (code: string) => {
    const kpi = byCode.get(code);
    if (!kpi || wanted.has(code) || present.has(code)) return;
    wanted.add(code);
    inputsOf(kpi).forEach(want);
  };
  codes.forEach(want);
  return library.filter(({ code }) => wanted.has(code));
}

/** A formula that counts on another unit of measure than the organisation has its input in. */
export type UnitMisfit = { kpi: string; code: string; unit: string; wanted: string };

/**
 * The first formula among KPIs to be added whose input is there already in a unit of measure it cannot count on:
 * fixed formulas take the unit of the library, expressions convert what measures the same. `unitOf`: of what is there.
 */
export function unitMisfit(kpis: LibraryKpi[], unitOf: ReadonlyMap<string, string>): UnitMisfit | null {
  for (const kpi of kpis)
    for (const code of inputsOf(kpi)) {
      const [unit, wanted] = [unitOf.get(code), byCode.get(code)!.unitOfMeasure];
      if (unit === undefined || unit === wanted) continue;
      if (kpi.formula?.kind === "expression" && fits(measureOf(unit), measureOf(wanted))) continue;
      return { kpi: kpi.code, code, unit, wanted };
    }
  return null;
}

/** One text in the reader's language. */
export function inLanguage(both: Both, locale: Locale): string {
  return both[locale === "da" ? 0 : 1];
}
