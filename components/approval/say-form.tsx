"use client";
import { startTransition, useActionState, useEffect, useRef, type ReactNode, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";
import { longestWords } from "@/lib/value/model";

/** What was done, and what was not and why, in words. */
export type Told = { done: string; refused: string[] };

/** A button of the form; with a name it says what is done. */
export type SayButton = { label: string; describe?: string; className?: string; name?: string; value?: string };

type Props = {
  action: (previous: FormState<Told>, input: FormData) => Promise<FormState<Told>>;
  hidden: Record<string, string>;
  /** Heading of the refusals. */
  summary: string;
  buttons: SayButton[];
  /** A field for a word, with its label; none without. */
  comment?: { id: string; label: string; hint?: string };
  /** What can be chosen, drawn on the server. */
  children?: ReactNode;
};

/** A form by which something is said of values: submitted, approved, sent back. Without JavaScript the browser sends it as an ordinary form. */
export function SayForm({ action, hidden, summary, buttons, comment, children }: Props) {
  const [state, dispatch, isPending] = useActionState<FormState<Told>, FormData>(action, {});
  const top = useRef<HTMLDivElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const fields = state.validationErrors?.fieldErrors ?? {};
  const said = fields.comment?.[0];
  const errors = [
    ...(state.serverError ? [{ message: state.serverError.message }] : []),
    ...Object.entries(fields).flatMap(([field, [message]]) =>
      message ? [{ field: field === "comment" ? comment?.id : undefined, message }] : [],
    ),
  ];
  useEffect(() => {
    top.current?.focus();
    if (state.data) form.current?.reset();
  }, [state]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const input = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => dispatch(input));
  };
  return (
    <form ref={form} className="say" action={dispatch} onSubmit={send} noValidate>
      <ErrorSummary title={summary} errors={errors} ref={top} />
      {state.data ? (
        <Message tone="better" title={state.data.done}>
          {state.data.refused.map((told) => (
            <p key={told}>{told}</p>
          ))}
        </Message>
      ) : null}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <div className="say-foot">
        {comment ? (
          <Field id={comment.id} name="comment" label={comment.label} hint={comment.hint} error={said}>
            {(control) => <textarea rows={1} maxLength={longestWords} {...control} />}
          </Field>
        ) : null}
        <div className="btns">
          {buttons.map(({ label, describe, className = "btn", name, value }) => (
            <button
              key={label}
              className={className}
              name={name}
              value={value}
              aria-label={describe}
              aria-disabled={isPending}
            >
              {label}
            </button>
          ))}
        </div>
      </div>
    </form>
  );
}
