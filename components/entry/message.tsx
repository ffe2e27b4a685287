"use client";
import { useState } from "react";
import { contentNow, type DraftCell } from "@/lib/value/draft/model";
import type { Question } from "@/lib/value/question/model";
import { noteIn } from "@/lib/value/model";
import { keptMine, tookTheirs } from "@/lib/value/settlement/choice/model";
import { writeCell } from "@/lib/value/reading/model";
import { formatTime } from "@/lib/number/format";
import { inSentence, questionTold, refusalTold, type Told } from "./status-text";
import type { SheetStore } from "./store";
import type { CellView, RowView, SheetView } from "./view";
import { fill } from "./words";

type Props = {
  row: RowView;
  at: CellView;
  cell: DraftCell;
  question: Question | null;
  /** Last year as it stands on a sheet of several years. */
  lastYear: DraftCell | undefined;
  view: SheetView;
  store: SheetStore;
  onBack: () => void;
};

/** Under a cell: why it was refused, what it is in conflict with, or what is asked about it, with the ways out. */
export function Message(props: Props) {
  const { row, cell, question, view } = props;
  const isHistory = view.years.length > 1;
  const tone =
    cell.refused || cell.isLocked || question?.code === "basisMissing" ? "bad" : cell.conflict ? "conf" : "ask";
  return (
    <tr className={`msg ${tone}`} id={`m-${row.kpiId}`}>
      {isHistory ? null : <td className="sp" colSpan={4} />}
      <td colSpan={isHistory ? 2 + view.years.length : 4}>
        <div className="m-in">
          <MessageBody {...props} />
        </div>
      </td>
    </tr>
  );
}

/** What there is to say about a cell, wherever it stands. */
export function MessageBody(props: Props) {
  const { cell, question } = props;
  if (cell.refused) return <Refusal {...props} />;
  if (cell.conflict) return <Conflict {...props} />;
  if (cell.isLocked) return <Locked {...props} />;
  return question ? <Ask key={question.code} {...props} question={question} /> : null;
}

function Refusal({ at, cell, view: { words, locale }, store, onBack }: Props) {
  const refused = cell.refused!;
  const use = (text: string) => {
    store.edit([{ id: at.id, column: refused.column, text }]);
    onBack();
  };
  return (
    <>
      <p role="alert">
        <Sentence {...refusalTold(refused, words, locale)} />
      </p>
      <p className="bts">
        {refused.suggestions.map((suggestion, index) => (
          <button
            key={suggestion}
            type="button"
            className={index ? "btn small" : "btn small main"}
            onClick={() => use(suggestion)}
          >
            {fill(words.use, { suggestion })}
          </button>
        ))}
        <Discard at={at} words={words.discard} store={store} onBack={onBack} />
      </p>
    </>
  );
}

function Locked({ at, cell, view: { words, locale, years }, store, onBack }: Props) {
  const reason = years.find(({ year }) => year === at.year)?.reason;
  return (
    <>
      <p role="alert">
        <Sentence
          text={fill(words.lockedOut, { reason: reason || words.closedMeanwhile })}
          values={{ text: writeCell(contentNow(cell), locale) }}
        />
      </p>
      <p className="bts">
        <Discard at={at} words={words.discard} store={store} onBack={onBack} />
      </p>
    </>
  );
}

function Discard({ at, words, store, onBack }: Pick<Props, "at" | "store" | "onBack"> & { words: string }) {
  const discard = () => {
    store.discard(at.id);
    onBack();
  };
  return (
    <button type="button" className="btn small" onClick={discard}>
      {words}
    </button>
  );
}

function Conflict({
  row,
  at,
  cell,
  view: {
    words: { conflict: say, ...words },
    locale,
    kpiPath,
    mayReadHistory,
  },
  store,
  onBack,
}: Omit<Props, "tone">) {
  const [mine, stored] = [contentNow(cell), cell.conflict!];
  const told = { conflict: say, ...words };
  const values = {
    mine: inSentence(mine, stored, told, locale),
    theirs: inSentence(stored, mine, told, locale),
    by: stored.by || say.someone,
    time: formatTime(new Date(stored.at), locale),
  };
  const choose = (choice: typeof keptMine) => () => {
    store.choose(at.id, choice);
    onBack();
  };
  return (
    <>
      <p role="alert">
        <Sentence text={fill(say.text, { by: values.by, time: values.time })} values={values} />
      </p>
      <p className="bts">
        <button type="button" className="btn small main" onClick={choose(keptMine)}>
          {fill(say.keep, values)}
        </button>
        <button type="button" className="btn small" onClick={choose(tookTheirs)}>
          {fill(say.take, values)}
        </button>
        {mayReadHistory ? <a href={`${kpiPath}${row.code}#history`}>{say.history}</a> : null}
      </p>
    </>
  );
}

function Ask({ at, cell, question, lastYear, view: { words, locale }, store, onBack }: Props & { question: Question }) {
  const content = contentNow(cell);
  const [why, setWhy] = useState<string | null>(null);
  const before = lastYear ? contentNow(lastYear) : at.lastYear;
  const { suggestion, ...told } = questionTold(question, before, content, at.year, words, locale);
  const say = words.question;
  const correct = () => {
    store.edit([{ id: at.id, column: "figure", text: suggestion! }]);
    onBack();
  };
  const confirm = () => {
    if (!why?.trim()) return;
    if (question.code === "basisMissing") store.edit([{ id: at.id, column: "note", text: why }]);
    else store.confirm(at.id, question.code, why.trim());
    onBack();
  };
  return (
    <>
      <p role={question.code === "basisMissing" ? "alert" : undefined}>
        <Sentence {...told} />
      </p>
      {why === null ? (
        <p className="bts">
          {suggestion ? (
            <button type="button" className="btn small main" onClick={correct}>
              {fill(say.correct, { suggestion })}
            </button>
          ) : null}
          <button type="button" className="btn small" onClick={() => setWhy(noteIn(content, locale))}>
            {question.code === "basisMissing" ? words.addNote : fill(say.right, { text: writeCell(content, locale) })}
          </button>
        </p>
      ) : (
        <form className="bts" onSubmit={(event) => (event.preventDefault(), confirm())}>
          <input
            className="why"
            autoFocus
            required
            maxLength={2_000}
            aria-label={say.why}
            placeholder={say.why}
            value={why}
            onChange={(event) => setWhy(event.target.value)}
          />
          <button type="submit" className="btn small main">
            {say.confirm}
          </button>
        </form>
      )}
    </>
  );
}

/** A sentence with the figures in it set off. */
export function Sentence({ text, values }: Told) {
  return text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? <b key={index}>{values[part]}</b> : part));
}
