import { z } from "zod";
import { form, line } from "@/lib/access/form";

/** Words that stand where a factor's code stands in an address. */
const takenWords = ["new", "import"];

const org = z.string();

const code = line(60, "factor.codeMissing")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "factor.codeWrong")
  .refine((text) => !takenWords.includes(text), "factor.codeReserved");

/** Name of a factor that is there. */
export const ofFactorSchema = code;

/** What never changes of a factor. */
const identity = {
  code,
  activityDa: line(120, "factor.activityMissing"),
  activityEn: line(120, "factor.activityMissing"),
  scope: z.enum(["1", "2", "3"], "factor.scopeWrong"),
  method: z.enum(["", "location", "market", "supplier"], "factor.methodWrong").default(""),
  region: line(40, "factor.regionMissing"),
};

/** What a version says. The value is kept as typed: its notation depends on the language. */
const version = {
  validFromYear: line(4, "factor.yearWrong").regex(/^(199\d|20\d\d|2100)$/, "factor.yearWrong"),
  value: line(60, "factor.valueMissing"),
  unitIn: line(40, "factor.unitMissing"),
  unitOut: line(40, "factor.unitMissing"),
  source: line(300, "factor.sourceMissing"),
  retrievedOn: z.preprocess(
    (value) => (typeof value === "string" ? value.trim() : value),
    z.iso.date("factor.dateWrong"),
  ),
  note: z
    .string()
    .trim()
    .max(500, "access.tooLong")
    .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), "access.brokenText")
    .default(""),
};

/** A factor and its version as typed: a line of a file. */
export const factorSchema = z.strictObject({ ...identity, ...version });

/** A new factor with its first version. */
export const addFactorSchema = form({ org, ...identity, ...version });

/** A new version of a factor. */
export const addVersionSchema = form({ org, factor: z.uuid("access.invalid"), ...version });

/** Longest file of factors, in characters. */
const LONGEST_FILE = 200_000;

/** A file of factors as text, to look at or to take in. */
export const factorFileSchema = form({
  org,
  csv: z
    .string({ error: "factor.fileMissing" })
    .trim()
    .min(1, "factor.fileMissing")
    .max(LONGEST_FILE, "factor.fileTooLong"),
});

export type FactorDraft = z.infer<typeof factorSchema>;
export type VersionDraft = Omit<FactorDraft, keyof typeof identity>;
