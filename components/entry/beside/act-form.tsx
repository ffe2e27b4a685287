"use client";
import { startTransition, useActionState, useEffect, useRef, type ReactNode, type SubmitEvent } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/access/refusal";
import type { BesideView } from "@/lib/value/beside/model";

type Props = {
  action: (previous: FormState<BesideView>, input: FormData) => Promise<FormState<BesideView>>;
  hidden: Record<string, string | number>;
  /** Begins the ids of its fields, which occur several times on a page. */
  id: string;
  /** Heading of a refusal. */
  summary: string;
  /** Gets everything beside the value as it is after the act. */
  onView: (view: BesideView) => void;
  /** Draws fields and buttons; `errorAt` says what is wrong with a field. */
  children: (form: { errorAt: (field: string) => string | undefined; isPending: boolean }) => ReactNode;
  className?: string;
};

/** An act on what stands beside a value. What was typed stays until it is accepted; without a script the browser sends it as an ordinary form. */
export function ActForm({ action, hidden, id, summary, onView, children, className = "beside-form" }: Props) {
  const [state, dispatch, isPending] = useActionState<FormState<BesideView>, FormData>(action, {});
  const form = useRef<HTMLFormElement>(null);
  const tell = useRef(onView);
  useEffect(() => {
    tell.current = onView;
  });
  useEffect(() => {
    if (!state.data) return;
    form.current?.reset();
    tell.current(state.data);
  }, [state]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isPending) return;
    const input = new FormData(event.currentTarget, event.nativeEvent.submitter);
    startTransition(() => dispatch(input));
  };
  const fields = Object.entries(state.validationErrors?.fieldErrors ?? {}).flatMap(([field, [message]]) =>
    message ? [{ field, message }] : [],
  );
  const general = [
    ...(state.serverError ? [{ message: state.serverError.message }] : []),
    ...(state.validationErrors?.formErrors ?? []).map((message) => ({ message })),
  ];
  return (
    <form ref={form} className={className} action={dispatch} onSubmit={send} noValidate>
      <ErrorSummary
        title={summary}
        errors={[...general, ...fields.map(({ field, message }) => ({ field: `${id}-${field}`, message }))]}
      />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({ errorAt: (name) => fields.find(({ field }) => field === name)?.message, isPending })}
    </form>
  );
}
