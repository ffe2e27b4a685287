import type { Say } from "@/lib/language/saying/model";
import type { FormField } from "@/components/session/action-form";

/** What a factor is, and what its first version says. `say` speaks of "field.*" and "method.*". */
export function identityFields(say: Say): FormField[] {
  const text = (name: string, hint = false): FormField => ({
    kind: "text",
    name,
    label: say(`field.${name}`),
    ...(hint ? { hint: say(`field.${name}Hint`) } : {}),
    autoComplete: "off",
  });
  const methods = { "": "none", location: "location", market: "market", supplier: "supplier" };
  return [
    text("code", true),
    text("activityDa"),
    text("activityEn"),
    {
      kind: "one",
      name: "scope",
      label: say("field.scope"),
      choices: ["1", "2", "3"].map((scope) => ({ value: scope, label: `Scope ${scope}` })),
      chosen: ["2"],
    },
    {
      kind: "one",
      name: "method",
      label: say("field.method"),
      hint: say("field.methodHint"),
      choices: Object.entries(methods).map(([value, name]) => ({ value, label: say(`method.${name}`) })),
      chosen: [""],
    },
    text("region", true),
  ];
}

/** What a version says; `held`: what the last one said of what seldom changes. */
export function versionFields(say: Say, held: { unitIn?: string; unitOut?: string } = {}): FormField[] {
  const hinted = ["value", "unitOut", "unitIn", "source", "retrievedOn"];
  const values: Record<string, string | undefined> = held;
  return ["validFromYear", "value", "unitOut", "unitIn", "source", "retrievedOn", "note"].map((name) => ({
    kind: "text",
    name,
    label: say(`field.${name}`),
    ...(hinted.includes(name) ? { hint: say(`field.${name}Hint`) } : {}),
    ...(values[name] ? { value: values[name] } : {}),
    autoComplete: "off",
  }));
}
