import { z } from "zod";
import { form } from "@/lib/access/form";
import { yearField } from "@/lib/setup/period/schema";
import { conclusions, longestText } from "./model";
import { mostItems } from "./sample/model";

const org = z.string();
const code = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** Values named one a line, as an address names them: "koebenhavn/electricity". */
const named = z
  .string()
  .max(20_000, "access.tooLong")
  .default("")
  .transform((text) =>
    text
      .split(/\s+/)
      .filter((line) => line !== "")
      .map((line) => {
        const [unit = "", kpi = "", more] = line.split("/");
        return { unit, code: more === undefined ? kpi : "" };
      }),
  )
  .refine((all) => all.every((one) => code.test(one.unit) && code.test(one.code)), "assurance.valuesWrong")
  .refine((all) => all.length <= mostItems, "assurance.tooMany")
  .refine((all) => new Set(all.map((one) => `${one.unit}/${one.code}`)).size === all.length, "assurance.valuesTwice");

/** A sample to draw: at random by a seed (an empty one is made up), the largest, or the values named. */
export const drawSchema = form({
  org,
  year: yearField,
  rule: z.enum(["random", "largest", "byHand"], "access.invalid"),
  within: z.union([z.literal(""), z.string().regex(code, "access.invalid")]).default(""),
  size: z
    .string()
    .default("")
    .refine(
      (text) => /^\d{0,4}$/.test(text.trim()) && Number(text || 1) >= 1 && Number(text || 1) <= mostItems,
      "assurance.sizeWrong",
    )
    .transform((text) => Number(text || 25)),
  seed: z
    .string()
    .trim()
    .max(64, "access.tooLong")
    .regex(/^[\w. -]*$/, "assurance.seedWrong")
    .default(""),
  values: named,
}).refine(({ rule, values }) => rule !== "byHand" || values.length > 0, {
  path: ["values"],
  error: "assurance.valuesMissing",
});

/** Several lines of text; line breaks stay, as one sign each. */
const said = z
  .string({ error: "assurance.nothingSaid" })
  .transform((text) => text.replace(/\r\n?/g, "\n").trim())
  .pipe(
    z
      .string()
      .min(1, "assurance.nothingSaid")
      .max(longestText, "access.tooLong")
      .refine((text) => !/[^\P{Cc}\n\t]|\p{Surrogate}/u.test(text), "access.brokenText"),
  );
const item = { org, id: z.uuid("access.invalid"), text: said };

/** A note, or a wish for more evidence. */
export const noteSchema = form({ ...item, act: z.enum(["note", "asked"], "access.invalid") });

/** What the auditor concludes. */
export const concludeSchema = form({ ...item, conclusion: z.enum(conclusions, "assurance.conclusionMissing") });

/** The organisation's answer. */
export const answerSchema = form(item);
