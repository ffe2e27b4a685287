import type { Definition } from "@/lib/setup/kpi/model";
import type { LibraryKpi } from "../topic/model";

const DEFAULT_TOLERANCE = "25";

/** The definition a KPI of the library gets, from a year on. What is calculated is neither entered nor consolidated. */
export function libraryDefinition(kpi: LibraryKpi, validFromYear: number): Definition {
  const short = kpi.short ?? kpi.name;
  const isEnteredPerUnit = !kpi.isOfOrganisation && !kpi.formula;
  return {
    validFromYear,
    nameDa: kpi.name[0],
    nameEn: kpi.name[1],
    shortNameDa: short[0],
    shortNameEn: short[1],
    definitionDa: kpi.definition[0],
    definitionEn: kpi.definition[1],
    unitOfMeasure: kpi.unitOfMeasure,
    valueKind: kpi.unitOfMeasure === "% men/women" ? "split" : "number",
    direction: kpi.direction,
    decimals: kpi.decimals ?? null,
    collectionLevel: isEnteredPerUnit ? "orgUnit" : "organisation",
    consolidation: isEnteredPerUnit ? "sum" : "none",
    weightCode: null,
    formula: kpi.formula ?? null,
    ...boundsOf(kpi),
    tolerancePercent: DEFAULT_TOLERANCE,
    smallGroup: kpi.smallGroup ?? "none",
  };
}

/** Bounds no figure of that unit of measure can pass; what is calculated has none to be refused by. */
function boundsOf({ unitOfMeasure: unit, formula }: LibraryKpi): { minimum: string | null; maximum: string | null } {
  if (formula) return { minimum: null, maximum: null };
  if (unit === "score −100…+100") return { minimum: "-100", maximum: "100" };
  const isShare = unit === "%" || unit.startsWith("% men") || unit.startsWith("index");
  return { minimum: "0", maximum: isShare ? "100" : null };
}
