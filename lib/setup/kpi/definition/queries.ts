import type { Locale } from "@/lib/language/model";
import type { Definition } from "../model";
import { checkWorld } from "../queries";
import { readDefinition, type DefinitionTyped } from "./model";

/** Reads a typed definition of a KPI against what the organisation has; refusals as `readDefinition`. */
export async function definitionFrom(
  organisationId: string,
  code: string,
  typed: DefinitionTyped,
  locale: Locale,
): Promise<Definition> {
  const { unitOfMeasure, validFromYear: year } = typed;
  return readDefinition(typed, await checkWorld(organisationId, { code, unitOfMeasure, year }), locale);
}
