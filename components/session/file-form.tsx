"use client";
import { startTransition, useActionState, useState, type ChangeEvent, type ReactNode } from "react";
import { refusals } from "@/components/session/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/access/refusal";

type Act<Data> = (before: FormState<Data>, input: FormData) => Promise<FormState<Data>>;

/** Words of a file that is looked through before it is taken in. */
export type FileFormWords = Record<"choose" | "label" | "hint" | "preview" | "summary", string>;

type Props<Preview, Taken> = {
  org: string;
  /** The field the text is sent as, and refusals are named by. */
  field: string;
  /** What files the browser offers. */
  accept: string;
  words: FileFormWords;
  className: string;
  look: Act<Preview>;
  take: Act<Taken>;
  children: (seen: {
    /** What was looked through; null before, and once a letter changed: it is of another file then. */
    preview: Preview | null;
    taken: Taken | null;
    isTaking: boolean;
    /** Takes the file in; `more` goes beside its text. */
    takeIn: (more?: Record<string, string>) => void;
  }) => ReactNode;
};

/** A file chosen or pasted as text, looked through, and only then taken in. What was typed stays. */
export function FileForm<Preview, Taken>({
  org,
  field,
  accept,
  words,
  className,
  look,
  take,
  children,
}: Props<Preview, Taken>) {
  const [looked, lookAt, isLooking] = useActionState<FormState<Preview>, FormData>(look, {});
  const [taken, takeFile, isTaking] = useActionState<FormState<Taken>, FormData>(take, {});
  const [text, setText] = useState("");
  const [seen, setSeen] = useState("");
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const bytes = await target.files?.[0]?.arrayBuffer();
    if (bytes) setText(decoded(bytes));
  };
  const send = (act: (input: FormData) => void, more: Record<string, string> = {}) => {
    const input = new FormData();
    for (const [name, value] of Object.entries({ org, [field]: text, ...more })) input.set(name, value);
    startTransition(() => act(input));
  };
  const errors = [...refusals(looked), ...refusals(taken)].map(({ message }) => ({ field, message }));
  return (
    <div className={`form ${className}`}>
      <ErrorSummary title={words.summary} errors={errors} />
      <TextField name="file" label={words.choose} type="file" accept={accept} onChange={read} />
      <TextAreaField
        name={field}
        label={words.label}
        hint={words.hint}
        error={errors[0]?.message}
        value={text}
        rows={12}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="button"
        className="btn large"
        aria-disabled={isLooking}
        onClick={() => isLooking || (setSeen(text), send(lookAt))}
      >
        {words.preview}
      </button>
      {children({
        preview: looked.data !== undefined && seen === text && taken.data === undefined ? looked.data : null,
        taken: taken.data ?? null,
        isTaking,
        takeIn: (more) => isTaking || send(takeFile, more),
      })}
    </div>
  );
}

/** Danish Excel writes files in the old code page. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
