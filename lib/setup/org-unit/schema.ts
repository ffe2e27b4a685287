import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { dayField } from "@/lib/setup/period/schema";

const org = z.string();
/** A stable short name in addresses, files and formulas. */
export const codeField = z
  .string({ error: "setup.codeWrong" })
  .trim()
  .max(60, "setup.codeWrong")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "setup.codeWrong");
const name = line(120, "setup.nameMissing");
const parentId = z.uuid("setup.parentMissing");

/** A new org unit below another. */
export const addOrgUnitSchema = form({ org, name, code: codeField, parentId, opensOn: dayField });

/** When an org unit is there, what it merged into, and from when it hangs below another. */
export const orgUnitFields = {
  id: z.uuid("access.invalid"),
  opensOn: dayField,
  closesOn: dayField,
  mergedIntoId: z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null),
  parentId: z.union([z.literal(""), parentId]).transform((id) => id || null),
  movesOn: dayField,
};

/** An org unit as it is to be: its name and the rest. */
export const changeOrgUnitSchema = form({ org, name, ...orgUnitFields });
