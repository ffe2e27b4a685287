"use client";
import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from "react";
import { Drawn, refusals, type FormField } from "@/components/session/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";
import { confirmRestated, previewRestated } from "@/lib/restatement/actions";
import type { RestatementPreview } from "@/lib/restatement/preview/queries";
import { Effects, type EffectWords } from "./effects";

/** Words of the form, in the page's language. */
export type RestatementFormWords = {
  preview: string;
  summary: string;
  effects: string;
  count: string;
  material: string;
  questions: string;
  confirm: string;
  confirmText: string;
  stale: string;
  table: EffectWords;
};

/** What was worked out, and what it was worked out from. */
type Shown = RestatementPreview & { asked: [string, string][] };

type Props = {
  /** Which of the organisation's things is restated. */
  hidden: Record<string, string>;
  fields: FormField[];
  words: RestatementFormWords;
};

/** Asks for what it shall be and why, shows every figure that would change, and only then offers to write it. */
export function RestatementForm({ hidden, fields, words }: Props) {
  const [asked, ask, isAsking] = useActionState<FormState<Shown>, FormData>(previewRestated, {});
  const [isStale, setStale] = useState(false);
  const preview = asked.data;
  const errors = refusals(asked);
  const top = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => (errors.length > 0 ? top : result).current?.focus(), [asked, errors.length]);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const input = new FormData(event.currentTarget);
    setStale(false);
    startTransition(() => ask(input));
  };
  return (
    <>
      <form className="form" action={ask} onSubmit={send} onInput={() => setStale(true)} noValidate>
        <ErrorSummary title={words.summary} errors={errors} ref={top} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <Drawn key={field.name} field={field} id={field.name} error={errorOf(field.name)} />
        ))}
        <button className="btn main large" aria-disabled={isAsking}>
          {words.preview}
        </button>
      </form>
      {preview ? (
        <section className="preview" aria-labelledby="effects-title" ref={result} tabIndex={-1}>
          <h2 id="effects-title">{words.effects}</h2>
          <p>{words.count.replace("{count}", String(preview.effects.length))}</p>
          {preview.questions.length > 0 ? (
            <Message tone="question" title={words.questions}>
              {preview.questions.map((question) => (
                <p key={question}>{question}</p>
              ))}
            </Message>
          ) : null}
          <Effects effects={preview.effects} words={words.table} />
          {preview.isMaterial ? <p className="said">{words.material}</p> : null}
          {isStale ? (
            <p className="said">{words.stale}</p>
          ) : (
            <Confirm key={preview.previewed} preview={preview} words={words} />
          )}
        </section>
      ) : null}
    </>
  );
}

function Confirm({ preview, words }: { preview: Shown; words: RestatementFormWords }) {
  const [state, confirm, isWriting] = useActionState<FormState<never>, FormData>(confirmRestated, {});
  const { asked, seen, previewed } = preview;
  return (
    <form className="form" action={confirm}>
      <ErrorSummary title={words.summary} errors={refusals(state)} />
      {[...asked, ["seen", String(seen)], ["previewed", previewed]].map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <p className="hint">{words.confirmText}</p>
      <button
        className="btn main large"
        aria-disabled={isWriting}
        onClick={(event) => isWriting && event.preventDefault()}
      >
        {words.confirm}
      </button>
    </form>
  );
}
