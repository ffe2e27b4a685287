"use client";
import { useActionState, useState, useSyncExternalStore, type SubmitEvent } from "react";
import type { SignInAgainWords } from "@/components/session/sign-in-again";
import { Message } from "@/components/ui/message";
import type { FormState } from "@/lib/access/refusal";
import type { Locale } from "@/lib/language/model";
import type { TextOutcome } from "@/lib/report/editing/model";
import { sayReferences } from "@/lib/report/reference/menu/actions";
import { answerOf } from "./text-answer";
import { keptTexts } from "./text-drafts";
import { SignInAgain } from "./text-later";
import { TextSaving, type SavingWords } from "./text-saving";
import { createTexts } from "./text-store";
import { createSaid } from "./prose/said";
import type { RichWords } from "./prose/toolbar";
import { useKeptTexts } from "./use-kept-texts";
import { WordsInput } from "./words-input";

/** A field of words in one language; several lines high when `rows` is above 1. */
export type WordsField = {
  name: string;
  label: string;
  lang: Locale;
  value: string;
  rows: number;
  /** Markdown, written in the editor; without, lines of a form of their own. */
  isProse?: boolean;
  /** How it stands to the other language, where there is something to say. */
  mark?: string | null;
};

/** Words of the form itself, in the page's language. */
export type TextFormWords = SavingWords & {
  save: string;
  failed: string;
  conflict: string;
  theirs: string;
  keepMine: string;
  takeTheirs: string;
  aside: string;
  putBack: string;
  letGo: string;
  signInAgain: SignInAgainWords;
  rich: RichWords;
};

/** Whose words they are: what is not stored is kept by the browser for this person only, who is asked for the password when a session ends. */
export type Writer = { id: string; email: string };

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
  writer: Writer;
  /** Language of the page. */
  locale: Locale;
};

/**
 * Words in two languages side by side, saved by themselves after a pause. What was typed stays until it is stored, also
 * through a crash or a lost connection; when somebody else stored other words in the meantime, both are shown and the
 * editor chooses. Without JavaScript it is an ordinary form.
 */
export function TextForm({ action, label, hidden, words, writer, locale, ...offered }: Props) {
  // As they were when the editor came: a page refreshed after another save must not pass off newer words as seen.
  const [{ seen, fields: first }] = useState(offered);
  const form = hidden.blockId ?? `report ${hidden.org} ${hidden.year}`;
  const [kept] = useState(() => keptTexts(writer.id, form));
  const [store] = useState(() =>
    createTexts({
      seen,
      values: Object.fromEntries(first.map(({ name, value }) => [name, value])),
      keep: kept.write,
      send: async (values, known) => {
        const input = new FormData();
        for (const [name, value] of Object.entries({ ...hidden, ...values, seen: known })) input.set(name, value);
        return answerOf(await action({}, input));
      },
    }),
  );
  const [saidIn] = useState(() =>
    createSaid<Locale>(async (sources) => {
      const { data } = (await sayReferences({ org: hidden.org!, year: Number(hidden.year), sources })) ?? {};
      return data ?? null;
    }),
  );
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const [isAsking, setAsking] = useState(false);
  // The way of a browser without JavaScript.
  const [plain, formAction] = useActionState<FormState<Outcome>, FormData>(action, {});
  useKeptTexts(store, kept);

  const { conflict, values, aside } = state;
  const answered = answerOf(plain);
  const refused = answered.outcome === "refused" ? answered.messages : state.refused;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    store.flush();
  };

  return (
    <>
      <form className="text-form" action={formAction} onSubmit={submit} aria-label={label}>
        {Object.entries({ ...hidden, seen }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="words">
          {offered.fields.map((field) => (
            <WordsInput
              key={field.name}
              field={{ ...field, value: values[field.name] ?? "" }}
              id={`${hidden.blockId ?? "report"}-${field.name}`}
              onChange={(value) => store.type(field.name, value)}
              onLeave={store.leave}
              said={saidIn(field.lang)}
              rich={words.rich}
              theirs={
                conflict && conflict.stored[field.name] !== values[field.name]
                  ? (conflict.stored[field.name] ?? null)
                  : null
              }
              theirsWord={words.theirs}
            />
          ))}
        </div>
        {conflict ? <Message tone="question" title={words.conflict} /> : null}
        {refused.length > 0 ? (
          <Message tone="worse" title={words.failed}>
            {refused.filter(Boolean).map((message) => (
              <p key={message}>{message}</p>
            ))}
          </Message>
        ) : null}
        {aside ? (
          <Message tone="question" title={words.aside}>
            {offered.fields
              .filter(({ name }) => aside[name] !== values[name])
              .map(({ name, lang }) => (
                <p key={name} className="theirs" lang={lang}>
                  {aside[name]}
                </p>
              ))}
            <p className="btns">
              <Way word={words.putBack} onTake={store.putBack} />
              <Way word={words.letGo} onTake={store.letGo} />
            </p>
          </Message>
        ) : null}
        <p className="btns">
          {conflict ? (
            <>
              <Way word={words.keepMine} onTake={store.keepMine} />
              <Way word={words.takeTheirs} onTake={store.takeTheirs} />
            </>
          ) : (
            <button className="btn">{words.save}</button>
          )}
          <TextSaving state={state} words={words} locale={locale} onSignIn={() => setAsking(true)} />
        </p>
      </form>
      {/* A form of its own: within this one, its answer would go nowhere. */}
      {isAsking ? (
        <SignInAgain
          email={writer.email}
          words={words.signInAgain}
          onDone={() => {
            setAsking(false);
            store.signedIn();
          }}
        />
      ) : null}
    </>
  );
}

/** One of the ways out of two texts that differ. */
function Way({ word, onTake }: { word: string; onTake: () => void }) {
  return (
    <button type="button" className="btn" onClick={onTake}>
      {word}
    </button>
  );
}
