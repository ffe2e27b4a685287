import type { ReactNode } from "react";

/** A group of tick boxes (`many`) or of one choice, with a caption. */
export function ChoiceField({
  name,
  id = name,
  label,
  hint,
  error,
  many = false,
  choices,
  chosen = [],
}: {
  name: string;
  /** Of the group, for links to it; the name by default. */
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  many?: boolean;
  choices: { value: string; label: ReactNode; hint?: ReactNode }[];
  /** Values ticked from the start. */
  chosen?: string[];
}) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset id={id} className={error ? "field refused" : "field"} aria-describedby={describedBy || undefined}>
      <legend>{label}</legend>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
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
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
