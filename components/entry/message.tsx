"use client";
import { contentNow, type DraftCell } from "@/lib/value/draft/model";
import { questionsTo } from "@/lib/value/question/model";
import { writeCell } from "@/lib/value/reading/model";
import { formatTime } from "@/lib/number/format";
import { inSentence, questionTold, refusalTold, type Told } from "./status-text";
import type { SheetStore } from "./store";
import type { RowView, SheetView } from "./view";
import { fill } from "./words";

type Props = {
  row: RowView;
  cell: DraftCell;
  view: SheetView;
  tone: string;
  store: SheetStore;
  onBack: () => void;
  onNote: () => void;
};

/** Under a cell: why it was refused, what it is in conflict with, or what is asked about it, with the ways out as buttons. */
export function Message(props: Props) {
  const { row, tone } = props;
  return (
    <tr className={`msg ${tone}`} id={`m-${row.kpiId}`}>
      <td className="sp" colSpan={4} />
      <td colSpan={4}>
        <div className="m-in">
          <MessageBody {...props} />
        </div>
      </td>
    </tr>
  );
}

/** The message itself, wherever it stands. */
export function MessageBody(props: Omit<Props, "tone">) {
  const { cell } = props;
  return cell.refused ? <Refusal {...props} /> : cell.conflict ? <Conflict {...props} /> : <Question {...props} />;
}

function Refusal({ row, cell, view: { words, locale }, store, onBack }: Omit<Props, "tone">) {
  const refused = cell.refused!;
  const use = (text: string) => {
    store.edit([{ kpiId: row.kpiId, column: refused.column, text }]);
    onBack();
  };
  const discard = () => {
    store.discard(row.kpiId);
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
        <button type="button" className="btn small" onClick={discard}>
          {words.discard}
        </button>
      </p>
    </>
  );
}

function Conflict({
  row,
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
  const choose = (choice: (kpiId: string) => void) => () => {
    choice(row.kpiId);
    onBack();
  };
  return (
    <>
      <p role="alert">
        <Sentence text={fill(say.text, { by: values.by, time: values.time })} values={values} />
      </p>
      <p className="bts">
        <button type="button" className="btn small main" onClick={choose(store.keepMine)}>
          {fill(say.keep, values)}
        </button>
        <button type="button" className="btn small" onClick={choose(store.takeTheirs)}>
          {fill(say.take, values)}
        </button>
        {mayReadHistory ? <a href={`${kpiPath}${row.code}#history`}>{say.history}</a> : null}
      </p>
    </>
  );
}

function Question({ row, cell, view: { words, locale, year }, store, onBack, onNote }: Omit<Props, "tone">) {
  const content = contentNow(cell);
  const question = questionsTo(content, row.rule, row.lastYear)[0]!;
  const { suggestion, ...told } = questionTold(question, row, content, year, words, locale);
  const correct = () => {
    store.edit([{ kpiId: row.kpiId, column: "figure", text: suggestion! }]);
    onBack();
  };
  const confirm = () => {
    store.confirm(row.kpiId);
    onNote();
  };
  return (
    <>
      <p>
        <Sentence {...told} />
      </p>
      <p className="bts">
        {suggestion ? (
          <button type="button" className="btn small main" onClick={correct}>
            {fill(words.question.correct, { suggestion })}
          </button>
        ) : null}
        <button type="button" className="btn small" onClick={confirm}>
          {question.code === "basisMissing"
            ? words.addNote
            : fill(words.question.right, { text: writeCell(content, locale) })}
        </button>
      </p>
    </>
  );
}

/** A sentence with the figures in it set off. */
function Sentence({ text, values }: Told) {
  return text.split(/\{(\w+)\}/).map((part, index) => (index % 2 ? <b key={index}>{values[part]}</b> : part));
}
