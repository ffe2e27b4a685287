import type { CollectionLevel, PeriodState, ValueKind } from "@/lib/database/generated/enums";
import type { Formula } from "@/lib/kpi/schema";
import type { DecimalText } from "@/lib/number/model";
import type { Catalogue } from "@/lib/import/recognition/model";

/** What a KPI's definition says from a year on, as far as an import asks. */
export type KpiRules = {
  validFromYear: number;
  valueKind: ValueKind;
  unitOfMeasure: string;
  minimum: DecimalText | null;
  maximum: DecimalText | null;
  tolerancePercent: DecimalText;
  formula: Formula | null;
  collectionLevel: CollectionLevel;
  consolidation: "sum" | "weighted" | "none";
  weightCode: string | null;
  decimals: number | null;
};

/** A KPI of the organisation. */
export type WorldKpi = {
  id: string;
  code: string;
  names: string[];
  parentCode: string | null;
  versions: KpiRules[];
  collections: { orgUnitId: string; fromYear: number; toYear: number | null }[];
  /** Last year it is followed in; null: still followed. */
  lastYear?: number | null;
};

/** An org unit of the organisation. Days are ISO. */
export type WorldOrgUnit = {
  id: string;
  code: string;
  name: string;
  isRoot: boolean;
  position: number;
  opensOn: string | null;
  closesOn: string | null;
};

/** Everything a file's figures are matched with and judged by, read once. */
export type World = {
  organisationId: string;
  /** Fingerprint of definitions, collections and org units as they were read. */
  definitions: string;
  kpis: Map<string, WorldKpi>;
  orgUnits: Map<string, WorldOrgUnit>;
  periods: Map<number, PeriodState>;
  /** First year a series was said to have ended, by KPI and org unit id. */
  ended: Map<string, number>;
  /** Ids of the org units the person enters for; null: all. */
  reach: Set<string> | null;
};

/** The names to recognise. */
export function catalogueOf({ kpis, orgUnits }: World): Catalogue {
  return { kpis: [...kpis.values()].map(({ code, names }) => ({ code, names })), orgUnits: [...orgUnits.values()] };
}

/** The org unit a table without org units is about: the only one the person enters for, or the root. */
export function soleOrgUnit({ orgUnits, reach }: World): string | null {
  const own = [...orgUnits.values()].filter(({ id, isRoot }) => (reach ? reach.has(id) : isRoot));
  return own.length === 1 ? own[0]!.code : null;
}

/** KPIs printed under another, by its code. */
export function childrenIn({ kpis }: World): (code: string) => { code: string; names: string[] }[] {
  return (code) => [...kpis.values()].filter(({ parentCode }) => parentCode === code);
}
