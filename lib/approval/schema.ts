import { z } from "zod";
import { form, ticked } from "@/lib/access/form";
import { longestWords } from "@/lib/value/model";
import { placeFields } from "@/lib/value/place/schema";

const org = z.string();
const year = placeFields.year;
const comment = z
  .string()
  .trim()
  .max(longestWords, "access.tooLong")
  .refine((text) => !/[\0\p{Cs}]/u.test(text), "access.brokenText")
  .default("");

/** A cell and the version of it that was seen, as a box of a form names it: "KPI org-unit version". */
const seenCell = z
  .string()
  .regex(/^[0-9a-f-]{36} [0-9a-f-]{36} \d{1,9}$/, "access.invalid")
  .transform((text) => {
    const [kpiId = "", orgUnitId = "", version] = text.split(" ");
    return { kpiId, orgUnitId, version: Number(version) };
  });
const uuid = z.uuid("access.invalid");

const cells = ticked(seenCell).refine((chosen) => chosen.length > 0, "approval.nothingChosen");

/** Chosen cells, a thousand at most; more are named by their scope. */
export const chosenSchema = form({ org, year, cells, comment });

const judgement = z.enum(["approved", "returned"], "access.invalid");
const saysWhy = ({ verdict, comment: why }: { verdict: string; comment: string }) =>
  verdict !== "returned" || why !== "";
const owesWhy = { error: "approval.reasonMissing", path: ["comment"] };

/** Chosen cells that are approved, or sent back with a word why. */
export const judgeSchema = form({ org, year, cells, verdict: judgement, comment }).refine(saysWhy, owesWhy);

/** Everything of a scope, as it was seen at a time. */
export const scopeSchema = form({
  org,
  year,
  unit: z.union([z.literal("").transform(() => null), uuid]).default(null),
  pillar: z.union([z.literal("").transform(() => null), z.string().max(200)]).default(null),
  seenAt: z.iso.datetime("access.invalid"),
});

const seen = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** One cell by its address, the version seen, and a word. */
export const cellVerdictSchema = form({
  org,
  ...placeFields,
  seen,
  verdict: judgement,
  comment,
}).refine(saysWhy, owesWhy);

/** One cell by its address that is said to be finished. */
export const cellSubmitSchema = form({ org, ...placeFields, seen, comment });
