import { fill } from "@/components/entry/words";
import { Field } from "@/components/ui/field";
import { Sign } from "@/components/ui/sign";
import { judgeCell, submitCell } from "@/lib/approval/actions";
import { refusalIn, type ApprovalState } from "@/lib/approval/model";
import { remarkIn } from "@/lib/language/model";
import { longestWords } from "@/lib/value/model";
import { ActForm } from "./act-form";
import { whenSaid, whoSaid } from "./said";
import type { PartProps } from "./stand";

const marks = { draft: "pencil", returned: "question", submitted: "clock", approved: "check" } as const;
const tones: Record<ApprovalState, string> = { draft: "", returned: "question", submitted: "", approved: "better" };

/** Where the value stands, who said so, and the way on: submitted, approved, sent back. */
export function Approval({ view: { place, stored, approval, verdicts, acts }, said, onView }: PartProps) {
  const { words, locale } = said;
  const say = words.approval;
  if (!approval || !stored) return null;
  const { state, isRedefined } = approval;
  const submits = acts.submit && refusalIn(state, "submitted") === null;
  const approves = acts.approve && refusalIn(state, "approved") === null;
  const returns = acts.sendBack && refusalIn(state, "returned") === null;
  const form = {
    hidden: { ...place, seen: stored.version },
    id: "approval",
    summary: words.refused,
    onView: (next: Parameters<typeof onView>[0]) => onView(next, say.done),
  };
  return (
    <section aria-labelledby="approval-title" id="approval">
      <h2 id="approval-title">{say.title}</h2>
      <p className={`beside-state ${tones[state]}`}>
        <Sign name={marks[state]} /> <b>{say.state[state]}</b>
      </p>
      {isRedefined ? <p>{say.redefined}</p> : null}
      {verdicts.length === 0 ? <p className="muted">{say.none}</p> : null}
      <ol className="beside-history">
        {verdicts.map(({ verdict, version, comment, by, at }) => (
          <li key={at}>
            <p className="beside-by">
              <b>{fill(say[verdict], { who: whoSaid(by, words), version })}</b>{" "}
              <time dateTime={at}>{whenSaid(at, locale)}</time>
            </p>
            {comment ? <p className="beside-text">{remarkIn(comment, locale)}</p> : null}
          </li>
        ))}
      </ol>
      {submits || approves || returns ? (
        <ActForm {...form} key={state} action={submits ? submitCell : judgeCell}>
          {({ errorAt, isPending }) => (
            <>
              <Field id="approval-comment" name="comment" label={say.comment} error={errorAt("comment")}>
                {(control) => <textarea rows={1} maxLength={longestWords} {...control} />}
              </Field>
              <div className="btns">
                {submits ? (
                  <button className="btn" aria-disabled={isPending}>
                    {say.submit}
                  </button>
                ) : null}
                {approves ? (
                  <button className="btn" name="verdict" value="approved" aria-disabled={isPending}>
                    {say.approve}
                  </button>
                ) : null}
                {returns ? (
                  <button className="btn" name="verdict" value="returned" aria-disabled={isPending}>
                    {say.return}
                  </button>
                ) : null}
              </div>
            </>
          )}
        </ActForm>
      ) : null}
    </section>
  );
}
