import { Field } from "@/components/ui/field";
import { startDiscussion } from "@/lib/discussion/actions";
import { isOpen, longestMessage } from "@/lib/discussion/model";
import { ActForm } from "./act-form";
import { countSaid } from "./said";
import type { PartProps } from "./stand";
import { Thread } from "./thread";

/** What people say about a value: open discussions first, those resolved folded away. */
export function Discussions(props: PartProps) {
  const { view, said, onView } = props;
  const say = said.words.discussion;
  const open = view.discussions.filter(({ lines }) => isOpen(lines.map(({ act }) => act)));
  const resolved = view.discussions.filter((discussion) => !open.includes(discussion));
  return (
    <section aria-labelledby="discussions-title" id="discussions">
      <h2 id="discussions-title">
        {say.title} <span>{open.length > 0 ? countSaid(open.length, say.openOne, say.open) : null}</span>
      </h2>
      {view.discussions.length === 0 ? <p className="muted">{say.none}</p> : null}
      {open.map((discussion) => (
        <Thread key={discussion.id} discussion={discussion} isOpen {...props} />
      ))}
      {resolved.length > 0 ? (
        <details className="beside-more">
          <summary>{countSaid(resolved.length, say.earlierOne, say.earlier)}</summary>
          {resolved.map((discussion) => (
            <Thread key={discussion.id} discussion={discussion} isOpen={false} {...props} />
          ))}
        </details>
      ) : null}
      {view.acts.discuss ? (
        <ActForm
          action={startDiscussion}
          hidden={view.place}
          id="begin"
          summary={said.words.refused}
          onView={(next) => onView(next, say.sent)}
        >
          {({ errorAt, isPending }) => (
            <>
              <Field id="begin-text" name="text" label={say.first} error={errorAt("text")}>
                {(control) => <textarea rows={2} maxLength={longestMessage} {...control} />}
              </Field>
              <button className="btn" aria-disabled={isPending}>
                {say.begin}
              </button>
            </>
          )}
        </ActForm>
      ) : null}
    </section>
  );
}
