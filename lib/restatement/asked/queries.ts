import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { readFormula } from "@/lib/setup/kpi/definition/model";
import { checkWorld } from "@/lib/setup/kpi/queries";
import { limitFrom } from "@/lib/setup/target/model";
import type { Locale } from "@/lib/language/model";
import { planCounting } from "../counting/mutations";
import { planCoverage } from "../coverage/mutations";
import { planDefinition } from "../definition/mutations";
import { planFactor } from "../factor/mutations";
import { planOrgUnit } from "../org-unit/mutations";
import type { Planner } from "../plan/mutations";
import { requireReason } from "../reading/model";
import type { Asked } from "../schema";
import { planTarget } from "../target/mutations";

/** Anything a form can ask to be restated but a value. */
export type AskedPlan = Exclude<Asked, { what: "value" }>;

/**
 * Reads what a form asks for into the plan that restates it. Refuses `restatement.reasonMissing`, `access.notFound`
 * for a KPI of nobody's, and what setting the same thing up refuses, at its field.
 */
export async function plannerOf(organisationId: string, asked: AskedPlan, locale: Locale): Promise<Planner> {
  requireReason(asked, locale);
  if (asked.what === "factor") {
    const { factor, version, fromYear, toYear } = asked;
    if (fromYear > toYear) throw new Refusal("restatement.yearsCrossed", {}, "toYear");
    return planFactor(organisationId, { factorCode: factor, versionId: version, fromYear, toYear });
  }
  if (asked.what === "coverage") {
    const { kpi, year, orgUnits } = asked;
    return planCoverage(organisationId, { code: kpi, year, orgUnits });
  }
  if (asked.what === "counting") {
    const { kpi, year, counts } = asked;
    return planCounting(organisationId, { code: kpi, year, counts });
  }
  if (asked.what === "target") {
    const { kpi, dueYear, isEnded, limit, kind, setInYear, baselineYear } = asked;
    if (!isEnded && limit === "") throw new Refusal("setup.limitMissing", {}, "limit");
    const target = isEnded
      ? null
      : { kind, year: dueYear, setInYear, baselineYear, limit: limitFrom(kind, limit, locale) };
    return planTarget(organisationId, { code: kpi, year: dueYear, target });
  }
  if (asked.what === "orgUnit") {
    const { id, opensOn, closesOn, mergedIntoId, parentId, movesOn } = asked;
    return planOrgUnit(organisationId, { id, name: "", opensOn, closesOn, mergedIntoId, parentId, movesOn });
  }
  return definitionPlan(organisationId, asked);
}

async function definitionPlan(
  organisationId: string,
  asked: Extract<AskedPlan, { what: "definition" }>,
): Promise<Planner> {
  const { kpi: code, validFromYear, formulaKind, formulaText, weightCode, ...rest } = asked;
  const { unitOfMeasure, decimals, direction, collectionLevel, consolidation, definitionDa, definitionEn } = rest;
  const kpi = await database.kpi.findUnique({ where: { organisationId_code: { organisationId, code } } });
  if (!kpi) throw new Refusal("access.notFound");
  const isWeighted = consolidation === "weighted";
  if (isWeighted && weightCode === "") throw new Refusal("setup.weightMissing", {}, "weightCode");
  const world = await checkWorld(organisationId, { code, unitOfMeasure, year: validFromYear });
  if (isWeighted && !world.kpis.has(weightCode))
    throw new Refusal("setup.unknownCode", { code: weightCode }, "weightCode");
  const formula = readFormula({ kind: formulaKind, text: formulaText }, world);
  return planDefinition(organisationId, {
    kpiId: kpi.id,
    validFromYear,
    change: {
      ...{ unitOfMeasure, decimals, direction, collectionLevel, consolidation, definitionDa, definitionEn },
      ...{ weightCode: isWeighted ? weightCode : null, formula },
    },
  });
}
