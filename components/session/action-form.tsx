"use client";
import { startTransition, useActionState, useEffect, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { ChoiceField } from "@/components/ui/choice-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Message } from "@/components/ui/message";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/access/refusal";

type Choice = { value: string; label: string; hint?: string };

/** A field of the form: a line of text, a text of several lines, a file, a choice from a list, or a group of boxes or of one choice. */
export type FormField =
  | {
      kind: "text";
      name: string;
      label: string;
      hint?: string;
      type?: "text" | "email" | "password" | "date";
      inputMode?: "decimal" | "numeric";
      value?: string;
      autoComplete?: string;
      isReadOnly?: boolean;
    }
  /** `most`: bytes; a larger file is refused here, because an action takes none of any size. */
  | { kind: "file"; name: string; label: string; hint?: string; accept: string; most: number; tooBig: string }
  | { kind: "area"; name: string; label: string; hint?: string; value?: string; rows?: number; lang?: string }
  | { kind: "box"; name: string; label: string; hint?: undefined; isTicked?: boolean }
  | { kind: "select"; name: string; label: string; hint?: string; choices: Choice[]; chosen?: string }
  | { kind: "one" | "many"; name: string; label: string; hint?: string; choices: Choice[]; chosen?: string[] };

export type ActionFormProps<Data> = {
  action: (previous: FormState<Data>, input: FormData) => Promise<FormState<Data>>;
  fields: FormField[];
  /** Sent along unseen. */
  hidden?: Record<string, string>;
  /** `describe`: its name for screen readers, where the label alone does not tell. */
  submit: { label: string; describe?: string; className?: string };
  /** Heading of the refusals. */
  summary: string;
  /** What to say while it takes its time, or what finds out. */
  pending?: ReactNode;
  /** What to say when it is done. */
  done?: string;
  /** Where a page has several such forms: goes before the ids of its fields. */
  prefix?: string;
  /** What to draw of the action's answer. */
  answer?: (data: Data) => ReactNode;
  /** More of the form, drawn on the server, before its button. */
  children?: ReactNode;
};

/**
 * A form that calls a server action and shows its refusals on top and at the fields. What was typed stays until it is
 * accepted; without JavaScript the browser sends it as an ordinary form.
 */
export function ActionForm<Data>({
  action,
  fields,
  hidden = {},
  submit,
  summary,
  pending,
  done,
  answer,
  children,
  prefix,
}: ActionFormProps<Data>) {
  const [state, dispatch, isPending] = useActionState<FormState<Data>, FormData>(action, {});
  const top = useRef<HTMLDivElement>(null);
  const [tooBig, setTooBig] = useState<{ field: string; message: string } | null>(null);
  const errors = tooBig ? [tooBig] : refusals(state);
  const idOf = (name: string) => (prefix ? `${prefix}-${name}` : name);
  const form = useRef<HTMLFormElement>(null);
  const sent = useRef<string>("");
  useEffect(() => {
    top.current?.focus();
    // Whoever has begun on the next one already keeps what is typed.
    if (state.data && form.current && textOf(new FormData(form.current)) === sent.current) form.current.reset();
  }, [state]);
  // React empties a form after its action; sent this way it keeps what was typed.
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = new FormData(event.currentTarget);
    const big = fields.find((field) => field.kind === "file" && sizeOf(input.get(field.name)) > field.most);
    setTooBig(big?.kind === "file" ? { field: big.name, message: big.tooBig } : null);
    if (big) return;
    sent.current = textOf(input);
    startTransition(() => dispatch(input));
  };
  return (
    <form ref={form} className="form" action={dispatch} onSubmit={send} noValidate>
      <ErrorSummary
        title={summary}
        errors={errors.map(({ field, message }) => ({ field: field && idOf(field), message }))}
        ref={top}
      />
      {state.data && done ? <Message tone="better" title={done} /> : null}
      {state.data && answer ? <div role="status">{answer(state.data)}</div> : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <Drawn
          key={field.name}
          field={field}
          id={idOf(field.name)}
          error={errors.find((error) => error.field === field.name)?.message}
        />
      ))}
      {children}
      <button
        className={submit.className ?? "btn main large"}
        aria-label={submit.describe}
        aria-disabled={isPending}
        onClick={(event) => isPending && event.preventDefault()}
      >
        {submit.label}
      </button>
      {pending ? (
        <div className="muted" role="status">
          {isPending ? pending : ""}
        </div>
      ) : null}
    </form>
  );
}

/** A field with what was refused of it. */
export function Drawn({ field, id, error }: { field: FormField; id: string; error: string | undefined }) {
  const { name, label, hint } = field;
  if (field.kind === "area")
    return (
      <TextAreaField
        {...{ name, id, label, hint, error }}
        defaultValue={field.value}
        rows={field.rows ?? 4}
        lang={field.lang}
      />
    );
  if (field.kind === "box")
    return (
      <label className="choice">
        <input type="checkbox" name={name} defaultChecked={field.isTicked} />
        <span>{label}</span>
      </label>
    );
  // React does not change what a select stands at by default: with another one saved it is another select.
  if (field.kind === "select")
    return (
      <SelectField
        key={field.chosen}
        {...{ name, id, label, hint, error }}
        defaultValue={field.chosen}
        options={field.choices}
      />
    );
  if (field.kind === "file")
    return <TextField {...{ name, id, label, hint, error }} type="file" accept={field.accept} />;
  if (field.kind !== "text")
    return (
      <ChoiceField
        {...{ name, id, label, hint, error }}
        many={field.kind === "many"}
        choices={field.choices}
        chosen={field.chosen}
      />
    );
  return (
    <TextField
      {...{ name, id, label, hint, error }}
      type={field.type ?? "text"}
      inputMode={field.inputMode}
      defaultValue={field.value}
      autoComplete={field.autoComplete}
      readOnly={field.isReadOnly}
      spellCheck={false}
    />
  );
}

function sizeOf(value: FormDataEntryValue | null): number {
  return value instanceof File ? value.size : 0;
}

function textOf(input: FormData): string {
  return JSON.stringify([...input]);
}

/** What was refused of a form, and at which field. */
export function refusals({ serverError, validationErrors }: FormState): { field?: string; message: string }[] {
  const fields = Object.entries(validationErrors?.fieldErrors ?? {}).flatMap(([field, messages]) =>
    messages.slice(0, 1).map((message) => ({ field, message })),
  );
  const form = (validationErrors?.formErrors ?? []).map((message) => ({ message }));
  const server = serverError ? [{ field: serverError.field ?? undefined, message: serverError.message }] : [];
  return [...server, ...form, ...fields];
}
