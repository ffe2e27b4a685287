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

const goal = { year: yearField, kpiId: optionalId };
const track = { colour: z.enum(colours, "access.invalid"), goalId: optionalId, functionIds: ids };
const { code: _, ...renamed } = { ...named, id: z.uuid("access.invalid") };

/** A goal of the strategy. */
export const goalSchema = form({ ...named, ...goal });

/** A goal as it is to be; its code is given once. */
export const changeGoalSchema = form({ ...renamed, ...goal });

/** A track with the functions that follow it. */
export const trackSchema = form({ ...named, ...track });

/** A track as it is to be; its code is given once. */
export const changeTrackSchema = form({ ...renamed, ...track });

/** A specialist function. */
export const functionSchema = form({ org, code: codeField, name: line(120, "agreement.nameMissing") });

/** Who works in a specialist function. */
export const membersSchema = form({ org, functionId: z.uuid("access.invalid"), userIds: ids });
