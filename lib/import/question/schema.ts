import { z } from "zod";
import { fieldsOf } from "@/lib/access/form";
import { longestWords } from "@/lib/value/model";

const words = z
  .string()
  .trim()
  .max(longestWords, "access.tooLong")
  .refine((text) => !/[\0\p{Cs}]/u.test(text), "access.brokenText");

/** The form of answers: a field per questioned figure, named for its place in the file ("answer.12"), and one for all others. */
export const answersSchema = z.preprocess(
  fieldsOf,
  z
    .object({ org: z.string(), id: z.uuid(), others: words.default("") })
    .catchall(words)
    .refine((fields) => Object.keys(fields).every((name) => /^(org|id|others|answer\.\d{1,7})$/.test(name))),
);

/** Answers by place in the file. */
export function answersOf(fields: z.infer<typeof answersSchema>): Map<number, string> {
  return new Map(
    Object.entries(fields).flatMap(([name, text]): [number, string][] =>
      name.startsWith("answer.") ? [[Number(name.slice("answer.".length)), text]] : [],
    ),
  );
}
