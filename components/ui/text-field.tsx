import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

/** A field of one line. */
export function TextField({
  label,
  hint,
  error,
  name,
  id,
  ...input
}: FieldProps & Omit<ComponentProps<"input">, keyof FieldProps>) {
  return (
    <Field {...{ label, hint, error, name, id }}>{(control) => <input type="text" {...input} {...control} />}</Field>
  );
}

/** A field of several lines. */
export function TextAreaField({
  label,
  hint,
  error,
  name,
  id,
  ...area
}: FieldProps & Omit<ComponentProps<"textarea">, keyof FieldProps>) {
  return (
    <Field {...{ label, hint, error, name, id }}>{(control) => <textarea rows={4} {...area} {...control} />}</Field>
  );
}
