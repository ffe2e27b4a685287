import { fill } from "@/components/entry/words";
import { Field } from "@/components/ui/field";
import { Sign } from "@/components/ui/sign";
import { speak } from "@/lib/discussion/actions";
import { longestMessage, type DiscussionLine, type DiscussionView } from "@/lib/discussion/model";
import { remarkIn } from "@/lib/language/model";
import { ActForm } from "./act-form";
import { ExampleMark } from "./example-mark";
import { whenSaid, whoSaid, type Said } from "./said";
import type { PartProps } from "./stand";

/** One discussion: what was said, by whom and when, and the way to answer, resolve or reopen it. */
export function Thread({
  discussion: { id, isExample, lines },
  isOpen,
  view: { place, acts },
  said,
  onView,
}: PartProps & { discussion: DiscussionView; isOpen: boolean }) {
  const { words, locale } = said;
  const say = words.discussion;
  const begun = whenSaid(lines[0]!.at, locale);
  return (
    <article className="beside-thread" aria-label={fill(say.thread, { when: begun })}>
      <p className={isOpen ? "beside-state question" : "beside-state better"}>
        <Sign name={isOpen ? "question" : "check"} /> <b>{isOpen ? say.stateOpen : say.stateResolved}</b>{" "}
        {isExample ? <ExampleMark words={words} /> : null}
      </p>
      <ol>
        {lines.map((line, at) => (
          <Line key={at} line={line} said={said} />
        ))}
      </ol>
      {acts.discuss ? (
        <ActForm
          // Resolved or reopened, it is another form: what was typed for the one does not stay for the other.
          key={String(isOpen)}
          action={speak}
          hidden={{ org: place.org, id, seen: lines.length }}
          id={`say-${id}`}
          summary={words.refused}
          onView={(next) => onView(next, say.sent)}
        >
          {({ errorAt, isPending }) => (
            <>
              <Field
                id={`say-${id}-text`}
                name="text"
                label={
                  <>
                    {isOpen ? say.answer : say.say} <span className="vh">{fill(say.answerOn, { when: begun })}</span>
                  </>
                }
                error={errorAt("text")}
              >
                {(control) => <textarea rows={1} maxLength={longestMessage} {...control} />}
              </Field>
              <div className="btns">
                {isOpen ? (
                  <button className="btn" name="act" value="message" aria-disabled={isPending}>
                    {say.send}
                  </button>
                ) : null}
                <button className="btn" name="act" value={isOpen ? "resolved" : "reopened"} aria-disabled={isPending}>
                  {isOpen ? say.resolve : say.reopen}
                </button>
              </div>
            </>
          )}
        </ActForm>
      ) : null}
    </article>
  );
}

function Line({ line: { act, text, by, at }, said: { words, locale } }: { line: DiscussionLine; said: Said }) {
  const who = whoSaid(by, words);
  return (
    <li>
      <p className="beside-by">
        {act === "message" ? <b>{who}</b> : <b>{fill(words.discussion[act], { who })}</b>}{" "}
        <time dateTime={at}>{whenSaid(at, locale)}</time>
      </p>
      {text ? <p className="beside-text">{remarkIn(text, locale)}</p> : null}
    </li>
  );
}
