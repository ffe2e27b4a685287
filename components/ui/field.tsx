import type { ReactNode } from "react";
import { Sign } from "./sign";

/** What a control must carry to be tied to its label, hint and error. */
export type ControlProps = {
  id: string;
  name: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

export type FieldProps = {
  name: string;
  /** Of the control, for links to it; the name by default. */
  id?: string;
  label: ReactNode;
  /** What to write, or why it is asked; stands before the control. */
  hint?: ReactNode;
  /** Why it was refused, in words that say what to do. */
  error?: ReactNode;
};

/** Label, hint, control and error, in the order in which they are read. `children` draws the control. */
export function Field({
  name,
  id = name,
  label,
  hint,
  error,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={error ? "field refused" : "field"}>
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({ id, name, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined })}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <Sign name="stop" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  );
}
