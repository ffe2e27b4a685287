"use client";
import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from "react";
import { refusals } from "@/components/session/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Message } from "@/components/ui/message";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/access/refusal";
import { confirmValue, previewValue } from "@/lib/restatement/actions";
import type { RestatementPreview } from "@/lib/restatement/preview/queries";
import { Effects, type EffectWords } from "./effects";

/** Words of the form, in the page's language. */
export type RestatementFormWords = {
  figure: string;
  figureHint: string;
  isEstimated: string;
  source: string;
  note: string;
  reasonDa: string;
  reasonEn: string;
  reasonHint: string;
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

type Props = {
  hidden: { org: string; kpi: string; unit: string; year: string };
  /** What the cell says now, as it would be typed. */
  now: { figure: string; isEstimated: boolean; source: string; note: string };
  words: RestatementFormWords;
};

/** Asks for the new figure and the reason, shows every figure that would change, and only then offers to write it. */
export function RestatementForm({ hidden, now, words }: Props) {
  const [asked, ask, isAsking] = useActionState<FormState<RestatementPreview>, FormData>(previewValue, {});
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
        <TextField
          {...{ name: "figure", label: words.figure, hint: words.figureHint, error: errorOf("figure") }}
          defaultValue={now.figure}
          inputMode="decimal"
          autoComplete="off"
        />
        <label className="choice">
          <input type="checkbox" name="isEstimated" defaultChecked={now.isEstimated} />
          <span>{words.isEstimated}</span>
        </label>
        <TextAreaField
          {...{ name: "reasonDa", label: words.reasonDa, hint: words.reasonHint, error: errorOf("reasonDa") }}
          lang="da"
          rows={3}
        />
        <TextAreaField
          {...{ name: "reasonEn", label: words.reasonEn, error: errorOf("reasonEn") }}
          lang="en"
          rows={3}
        />
        <TextField {...{ name: "source", label: words.source, error: errorOf("source") }} defaultValue={now.source} />
        <TextField {...{ name: "note", label: words.note, error: errorOf("note") }} defaultValue={now.note} />
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

function Confirm({ preview, words }: { preview: RestatementPreview; words: RestatementFormWords }) {
  const [state, confirm, isWriting] = useActionState<FormState<never>, FormData>(confirmValue, {});
  const { asked, seen, previewed } = preview;
  return (
    <form className="form" action={confirm}>
      <ErrorSummary title={words.summary} errors={refusals(state)} />
      {Object.entries({ ...asked, seen: String(seen), previewed }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
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
