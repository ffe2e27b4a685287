import { z } from "zod";
import { form, line, ticked } from "@/lib/access/form";
import { codeField } from "@/lib/setup/org-unit/schema";
import { yearField } from "@/lib/setup/period/schema";
import { colours } from "@/lib/setup/pillar/schema";

const org = z.string();
const optionalId = z.union([z.literal(""), z.uuid("access.invalid")]).transform((id) => id || null);
const named = {
  org,
  code: codeField,
  nameDa: line(120, "agreement.nameMissing"),
  nameEn: line(120, "agreement.nameMissing"),
};
const ids = ticked(z.uuid("access.invalid"));

/** The strategy the agreements serve. */
export const strategySchema = form({
  org,
  nameDa: named.nameDa,
  nameEn: named.nameEn,
  adoptedYear: yearField,
  centralFunction: line(120, "agreement.nameMissing"),
});

/** A goal of the strategy. */
export const goalSchema = form({ ...named, year: yearField, kpiId: optionalId });

/** A track with the functions that follow it. */
export const trackSchema = form({
  ...named,
  colour: z.enum(colours, "access.invalid"),
  goalId: optionalId,
  functionIds: ids,
});

/** Which functions follow a track. */
export const followersSchema = form({ org, trackId: z.uuid("access.invalid"), functionIds: ids });

/** A specialist function. */
export const functionSchema = form({ org, code: codeField, name: line(120, "agreement.nameMissing") });

/** Who works in a specialist function. */
export const membersSchema = form({ org, functionId: z.uuid("access.invalid"), userIds: ids });
