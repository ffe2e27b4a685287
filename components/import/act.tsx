"use client";
import { useActionState, type ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import type { FormState } from "@/lib/access/refusal";

type Props = {
  action: (previous: FormState<never>, input: FormData) => Promise<FormState<never>>;
  hidden: Record<string, string>;
  summary: string;
  label: string;
  className?: string;
  children?: ReactNode;
};

/** A form with one button that acts on an import; what is within it is sent along. A refusal stands on top. */
export function Act({ action, hidden, summary, label, className = "btn", children }: Props) {
  const [state, dispatch, isPending] = useActionState<FormState<never>, FormData>(action, {});
  return (
    <form action={dispatch} className="act-form">
      <ErrorSummary title={summary} errors={state.serverError ? [{ message: state.serverError.message }] : []} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <button className={className} aria-disabled={isPending} onClick={(event) => isPending && event.preventDefault()}>
        {label}
      </button>
    </form>
  );
}
