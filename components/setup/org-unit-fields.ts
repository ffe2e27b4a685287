import type { FormField } from "@/components/session/action-form";
import type { UnitLine } from "@/lib/setup/org-unit/queries";

/** When an org unit is there, what it merged into, and where it hangs from a day on; filled with what holds. */
export function orgUnitFields(say: (key: string) => string, unit: UnitLine, units: UnitLine[]): FormField[] {
  const others = units.filter(({ id }) => id !== unit.id).map(({ id, name }) => ({ value: id, label: name }));
  const dayField = (name: string, value: string | null, hint?: string): FormField => ({
    ...{ kind: "text", type: "date", name, label: say(`orgUnit.${name}`), value: value ?? "" },
    ...(hint === undefined ? {} : { hint }),
  });
  return [
    dayField("opensOn", unit.opensOn),
    dayField("closesOn", unit.closesOn, say("orgUnit.closesOnHint")),
    {
      ...{ kind: "select", name: "mergedIntoId", label: say("orgUnit.mergedIntoLabel") },
      choices: [{ value: "", label: say("none") }, ...others],
      chosen: unit.mergedIntoId ?? "",
    },
    {
      ...{ kind: "select", name: "parentId", label: say("orgUnit.moveTo"), hint: say("orgUnit.moveToHint") },
      choices: [{ value: "", label: say("orgUnit.stays") }, ...others],
    },
    dayField("movesOn", null),
  ];
}
