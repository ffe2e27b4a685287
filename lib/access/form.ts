import { z } from "zod";

/** A form's fields as an object: a field sent once is a text, one sent several times a list. Anything but a form passes through. */
export function fieldsOf(input: unknown): unknown {
  if (!(input instanceof FormData)) return input;
  // What React adds for browsers without JavaScript begins with $ACTION and is no field.
  const names = [...new Set(input.keys())].filter((name) => !name.startsWith("$ACTION"));
  return Object.fromEntries(
    names.map((name) => [name, input.getAll(name).length > 1 ? input.getAll(name) : input.get(name)]),
  );
}

/** A form's fields as pairs of name and text, to be sent once more; files are left out. */
export function pairsOf(input: unknown): [string, string][] {
  const fields = Object.entries((fieldsOf(input) ?? {}) as Record<string, unknown>);
  return fields.flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).flatMap((one): [string, string][] =>
      typeof one === "string" ? [[name, one]] : [],
    ),
  );
}

/** The schema of an HTML form (or of the same fields as an object). Unknown fields are refused. */
export function form<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(fieldsOf, z.strictObject(shape));
}

/** One line of text, trimmed: no control characters, no broken Unicode. `missing` is the code when it is empty. */
export function line(most: number, missing: string) {
  return z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(most, "access.tooLong")
    .refine((text) => !/[\p{Cc}\p{Surrogate}]/u.test(text), "access.brokenText");
}

/** A text of several lines, trimmed, or none: no control characters but line breaks and tabs, no broken Unicode. */
export function prose(most: number) {
  return z
    .string()
    .trim()
    .max(most, "access.tooLong")
    .refine((text) => !/(?![\r\n\t])\p{Cc}|\p{Surrogate}/u.test(text), "access.brokenText")
    .default("");
}

/** An e-mail address in lower case. */
export const emailField = z
  .string({ error: "access.emailMissing" })
  .trim()
  .toLowerCase()
  .min(1, "access.emailMissing")
  .max(254, "access.emailWrong")
  .pipe(z.email("access.emailWrong"));

/** Any number of ticked boxes. */
export function ticked<Item extends z.ZodType>(item: Item) {
  return z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(1000),
  );
}
