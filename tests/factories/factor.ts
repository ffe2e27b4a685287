/** Emission factors for tests: a version is complete, and a test names only what it is about. */
import type { FactorUse } from "@/lib/emission-factor/model";

export function factorUse(given: Partial<FactorUse> & { code: string }): FactorUse {
  return {
    id: `${given.code} 1`,
    factorId: given.code,
    activity: { da: given.code, en: given.code },
    scope: 2,
    method: null,
    region: "DK",
    version: 1,
    validFromYear: 2000,
    value: "1",
    unitIn: "MWh",
    unitOut: "kg",
    source: "",
    retrievedOn: "2024-01-01",
    note: "",
    isBackCalculated: false,
    isExample: false,
    addedBy: "",
    addedAt: "2024-01-01T00:00:00.000Z",
    isPinned: false,
    ...given,
  };
}
