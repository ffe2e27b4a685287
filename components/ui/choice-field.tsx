import type { ReactNode } from "react";

/** A group of tick boxes (`many`) or of one choice, with a caption. */
export function ChoiceField({
  name,
  label,
  hint,
  error,
  many = false,
  choices,
  chosen = [],
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  many?: boolean;
  choices: { value: string; label: ReactNode; hint?: ReactNode }[];
  /** Values ticked from the start. */
  chosen?: string[];
}) {
  const describedBy = [hint ? `${name}-hint` : "", error ? `${name}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={name} className={error ? "field refused" : "field"} aria-describedby={describedBy || undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {choices.map((choice) => (
        <label className="choice" key={choice.value}>
          <input
            type={many ? "checkbox" : "radio"}
            name={name}
            value={choice.value}
            defaultChecked={chosen.includes(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint ? <small>{choice.hint}</small> : null}
          </span>
        </label>
      ))}
      {error ? (
        <p className="error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
