import { z } from "zod";
import { form, line, ticked } from "@/lib/access/form";
import { codeField } from "@/lib/setup/org-unit/schema";

const people = z.coerce
  .number("setup.organisation.peopleWrong")
  .int("setup.organisation.peopleWrong")
  .min(0, "setup.organisation.peopleWrong")
  .max(1000, "setup.organisation.peopleWrong");

/** What an organisation is as a whole. Numbers with decimals as typed, in the reader's language. */
export const organisationSchema = form({
  org: z.string(),
  name: line(120, "setup.nameMissing"),
  nameEn: z.union([z.literal(""), line(120, "access.invalid")]),
  country: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, "setup.organisation.countryWrong"),
  currency: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{3}$/, "setup.organisation.currencyWrong"),
  yearBeginsInMonth: z.coerce.number().int().min(1).max(12),
  languages: ticked(z.enum(["da", "en"])).refine((chosen) => chosen.length > 0, "setup.organisation.languageMissing"),
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(#[0-9a-f]{6})?$/, "setup.organisation.colourWrong"),
  suppressBelowCases: people,
  suppressBelowReplies: people,
  materialityPercent: z.string().trim().max(20, "access.tooLong"),
  fteKpi: z.union([z.literal(""), codeField]).transform((code) => code || null),
});

/** A logo to be put on the report, or the one there to be taken away. */
export const logoSchema = form({
  org: z.string(),
  logo: z.instanceof(File, { error: "setup.organisation.logoMissing" }),
});
/** A picture to be put on the report's cover; none takes it away. */
export const coverSchema = form({
  org: z.string(),
  pictureId: z.union([z.literal("").transform(() => null), z.uuid()]),
});
export const noLogoSchema = form({ org: z.string(), logo: z.literal("none", "access.invalid") });
