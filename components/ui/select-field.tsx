import type { ComponentProps } from "react";
import { Field, type FieldProps } from "./field";

/** A choice of one among few. */
export function SelectField({
  label,
  hint,
  error,
  name,
  id,
  options,
  ...select
}: FieldProps & { options: { value: string; label: string }[] } & Omit<ComponentProps<"select">, keyof FieldProps>) {
  return (
    <Field {...{ label, hint, error, name, id }}>
      {(control) => (
        <select {...select} {...control}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
