import { z } from "zod";
import { form } from "@/lib/access/form";

const org = z.string();
/** A reporting year. */
export const yearField = z.coerce
  .number("setup.yearWrong")
  .int("setup.yearWrong")
  .min(1990, "setup.yearWrong")
  .max(2100, "setup.yearWrong");
/** A day, or none. */
export const dayField = z.union([z.literal(""), z.iso.date("setup.dayWrong")]).transform((day) => day || null);

/** A year to be opened for entry. */
export const openPeriodSchema = form({ org, year: yearField, dueOn: dayField });

/** A step of a year. */
export const stepSchema = form({
  org,
  year: yearField,
  to: z.enum(["open", "inReview", "closed"], "access.invalid"),
  reason: z.string().trim().max(1000, "access.tooLong").default(""),
});

/** A year that is published. */
export const publishSchema = form({ org, year: yearField });
