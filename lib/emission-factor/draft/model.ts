import type { FactorVersion } from "@/lib/emission-factor/model";
import type { FactorDraft, VersionDraft } from "@/lib/emission-factor/schema";
import type { Locale } from "@/lib/language/model";
import { parseNumber } from "@/lib/number/model";
import { fits, measureOf } from "@/lib/unit-of-measure/measure/model";

/** Why a factor or version is refused, the field that is meant, and what fills the message. */
export type DraftRefusal = { code: string; field: string; values: Record<string, string> };

/** A version ready to be kept. */
export type SettledVersion = Pick<
  FactorVersion,
  "validFromYear" | "value" | "unitIn" | "unitOut" | "source" | "retrievedOn" | "note"
> & { scale: number };

/** What a factor is, apart from its versions. */
export type FactorIdentity = { activityDa: string; activityEn: string } & Pick<
  FactorVersion,
  "code" | "scope" | "method" | "region"
>;

/** A version to be added: to a factor that exists, or to one that is made with it. */
export type Addition = { version: SettledVersion } & ({ factorId: string } | { identity: FactorIdentity });

type Settled<Thing> = { ok: true; settled: Thing } | { ok: false; refusal: DraftRefusal };

/** Reads the value in the person's notation and judges the units of measure: a factor gives a mass (of CO₂ equivalents) and is never negative. */
export function settleVersion(draft: VersionDraft, locale: Locale): Settled<SettledVersion> {
  const parsed = parseNumber(draft.value, locale);
  if (!parsed.ok) {
    const suggestions = parsed.suggestions.map(({ text }) => text).join(" / ");
    return refused(`number.refusal.${parsed.code}`, "value", { text: draft.value, suggestions });
  }
  if (!parsed.value) return refused("factor.valueMissing", "value");
  const { amount, scale } = parsed.value;
  if (amount.startsWith("-")) return refused("factor.negative", "value");
  if (!fits(measureOf(draft.unitOut), measureOf("kg")))
    return refused("factor.unitOutWrong", "unitOut", { unit: draft.unitOut });
  if (fits(measureOf(draft.unitIn), measureOf("count")) && draft.unitIn.includes("%"))
    return refused("factor.unitInWrong", "unitIn", { unit: draft.unitIn });
  const { unitIn, unitOut, source, retrievedOn, note } = draft;
  const validFromYear = Number(draft.validFromYear);
  return { ok: true, settled: { validFromYear, value: amount, scale, unitIn, unitOut, source, retrievedOn, note } };
}

/** What the factor is. Only scope 2 has two accounts. */
export function settleIdentity(draft: FactorDraft): Settled<FactorIdentity> {
  const { code, activityDa, activityEn, region } = draft;
  const scope = Number(draft.scope) as FactorIdentity["scope"];
  if (draft.method !== "" && scope !== 2) return refused("factor.methodOutsideScope2", "method");
  return {
    ok: true,
    settled: { code, activityDa, activityEn, region, scope, method: draft.method === "" ? null : draft.method },
  };
}

/** Whether a version says nothing new: the same figure in the same units from the same source for the same year. */
export function saysTheSame(held: SettledVersion, next: SettledVersion): boolean {
  const keys = ["validFromYear", "value", "unitIn", "unitOut", "source", "retrievedOn", "note"] as const;
  return keys.every((key) => held[key] === next[key]);
}

function refused(
  code: string,
  field: string,
  values: Record<string, string> = {},
): { ok: false; refusal: DraftRefusal } {
  return { ok: false, refusal: { code, field, values } };
}
