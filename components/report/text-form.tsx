"use client";
import { startTransition, useActionState, useEffect, useRef, useState, type SubmitEvent } from "react";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";
import type { TextOutcome } from "@/lib/report/editing/model";

/** A field of words in one language; several lines high when `rows` is above 1. */
export type WordsField = { name: string; label: string; lang: string; value: string; rows: number };

/** Words of the form itself, in the page's language. */
export type TextFormWords = {
  save: string;
  saving: string;
  saved: string;
  unsaved: string;
  failed: string;
  conflict: string;
  theirs: string;
  keepMine: string;
  takeTheirs: string;
};

type Outcome = Exclude<TextOutcome, { outcome: "gone" }>;
type Props = {
  action: (previous: FormState<Outcome>, input: FormData) => Promise<FormState<Outcome>>;
  /** Name of what is edited, for screen readers. */
  label: string;
  hidden: Record<string, string>;
  /** What the editor saw, which a save must name. */
  seen: string;
  fields: WordsField[];
  words: TextFormWords;
};

/**
 * Words in two languages side by side, saved together. What was typed stays until it is stored; when somebody else
 * stored other words in the meantime, both are shown and the editor chooses.
 */
export function TextForm({ action, label, hidden, words, ...offered }: Props) {
  // As they were when the editor came: a page refreshed after another save must not pass off newer words as seen.
  const [{ seen, fields }] = useState(offered);
  const [known, setKnown] = useState(seen);
  const [state, dispatch, isPending] = useActionState<FormState<Outcome>, FormData>(async (previous, input) => {
    try {
      const answer = await action(previous, input);
      if (answer.data && answer.data.outcome !== "conflict") setKnown(answer.data.seen);
      return answer;
    } catch {
      // The connection is lost: without this the page would give way to an error, and take the words with it.
      return { serverError: { code: "report.notSaved", message: "", field: null } };
    }
  }, {});
  const [isDirty, setDirty] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const result = state.data;
  const conflict = result?.outcome === "conflict" ? result : null;
  const refused = [
    state.serverError?.message,
    ...(state.validationErrors?.formErrors ?? []),
    ...Object.values(state.validationErrors?.fieldErrors ?? {}).flat(),
  ].filter((message) => message !== undefined);
  const hasFailed = !isPending && (refused.length > 0 || state.serverError !== undefined);

  // What was refused is as little stored as what was just typed.
  const isUnsaved = isDirty || hasFailed || (conflict !== null && !isPending);

  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);

  const send = (version?: string) => {
    if (!form.current || isPending) return;
    const input = new FormData(form.current);
    if (version !== undefined) input.set("seen", version);
    setDirty(false);
    startTransition(() => dispatch(input));
  };
  const takeTheirs = () => {
    for (const { name } of fields) {
      const field = form.current?.elements.namedItem(name);
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        field.value = conflict?.stored[name] ?? "";
    }
    send(conflict?.seen);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    send();
  };

  return (
    <form ref={form} className="text-form" onSubmit={submit} onInput={() => setDirty(true)} aria-label={label}>
      {Object.entries({ ...hidden, seen: known }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="words">
        {fields.map(({ name, label: caption, lang, value, rows }) => {
          const id = `${hidden.blockId ?? "report"}-${name}`;
          return (
            <div key={name} className="field">
              <label htmlFor={id}>{caption}</label>
              {rows > 1 ? (
                <textarea id={id} name={name} lang={lang} defaultValue={value} rows={rows} />
              ) : (
                <input id={id} name={name} lang={lang} defaultValue={value} type="text" />
              )}
              {conflict && conflict.stored[name] !== undefined ? (
                <p className="theirs" lang={lang}>
                  <b>{words.theirs}:</b> {conflict.stored[name]}
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
      {conflict ? <Message tone="question" title={words.conflict} /> : null}
      {hasFailed ? (
        <Message tone="worse" title={words.failed}>
          {refused.filter(Boolean).map((message) => (
            <p key={message}>{message}</p>
          ))}
        </Message>
      ) : null}
      <p className="btns">
        {conflict ? (
          <>
            <button type="button" className="btn" onClick={() => send(conflict.seen)}>
              {words.keepMine}
            </button>
            <button type="button" className="btn" onClick={takeTheirs}>
              {words.takeTheirs}
            </button>
          </>
        ) : (
          <button className="btn" aria-disabled={isPending}>
            {words.save}
          </button>
        )}
        <span className="muted" role="status">
          {isPending ? words.saving : isUnsaved ? words.unsaved : result && !conflict ? words.saved : ""}
        </span>
      </p>
    </form>
  );
}
