import type { FormField } from "@/components/session/action-form";
import { roles, type Role } from "@/lib/access/policy";

type Words = { label: string; hint?: string };

/** The roles to choose from, one or many, each with what it may do. */
export function roleField(
  kind: "one" | "many",
  words: Words,
  say: { name: (role: Role) => string; hint: (role: Role) => string },
  chosen: Role[],
): FormField {
  const choices = roles.map((role) => ({ value: role, label: say.name(role), hint: say.hint(role) }));
  return { kind, name: kind === "one" ? "role" : "roles", ...words, choices, chosen };
}

/** The org units a contributor may enter for. `root`: what choosing the organisation itself means. */
export function orgUnitField(
  { root, ...words }: Words & { root: string },
  orgUnits: { id: string; name: string; isRoot: boolean }[],
  chosen: string[],
): FormField {
  return {
    kind: "many",
    name: "orgUnits",
    ...words,
    choices: orgUnits.map(({ id, name, isRoot }) => ({ value: id, label: name, hint: isRoot ? root : undefined })),
    chosen,
  };
}
