import { fill } from "@/components/entry/words";
import { remarkIn } from "@/lib/language/model";
import type { Revision } from "@/lib/value/beside/model";
import { noteIn, saysTheSame } from "@/lib/value/model";
import { restoreValue } from "@/lib/value/restoring/actions";
import { ActForm } from "./act-form";
import { ExampleMark } from "./example-mark";
import { figureSaid, whenSaid, whoSaid, type Said } from "./said";
import type { PartProps } from "./stand";

/** Revisions shown at once; the older are folded away. */
const shown = 6;

/** What the value has been, who made it so, and the way back to any of it. */
export function History(props: PartProps) {
  const { view, said } = props;
  const say = said.words.history;
  const lines = view.history.map((revision, at) => (
    <Act key={revision.version} revision={revision} before={view.history[at + 1] ?? null} {...props} />
  ));
  return (
    <section aria-labelledby="history-title" id="history">
      <h2 id="history-title">{say.title}</h2>
      {lines.length === 0 ? (
        <p className="muted">{say.none}</p>
      ) : (
        <ol className="beside-history">{lines.slice(0, shown)}</ol>
      )}
      {lines.length > shown ? (
        <details className="beside-more">
          <summary>{fill(say.more, { count: lines.length - shown })}</summary>
          <ol className="beside-history">{lines.slice(shown)}</ol>
        </details>
      ) : null}
    </section>
  );
}

function Act({
  revision,
  before,
  view: { place, acts, stored },
  said,
  onView,
}: PartProps & { revision: Revision; before: Revision | null }) {
  const { words, locale } = said;
  const say = words.history;
  const { version, at, basis, comment, source, isExample } = revision;
  const isCurrent = version === stored?.version;
  const isElse = !isCurrent && stored !== null && !saysTheSame(revision, stored);
  const remarks = [
    noteIn({ basis, comment }, locale),
    source && `${words.value.source}: ${remarkIn(source, locale)}`,
  ].filter((text) => text !== "");
  return (
    <li>
      <p className="beside-by">
        {fill(say.revision, { version })} · <time dateTime={at}>{whenSaid(at, locale)}</time>{" "}
        {isCurrent ? <b>{say.current}</b> : null} {isExample ? <ExampleMark words={words} /> : null}
      </p>
      <p>{actSaid(revision, before, said)}</p>
      {remarks.length > 0 ? <p className="beside-text muted">{remarks.join(" · ")}</p> : null}
      {acts.restore && isElse ? (
        <ActForm
          className="beside-restore"
          action={restoreValue}
          hidden={{ ...place, version, seen: stored.version }}
          id={`restore-${version}`}
          summary={words.refused}
          onView={(next) => onView(next, fill(say.done, { version }))}
        >
          {({ isPending }) => (
            <button
              className="act"
              aria-label={fill(say.restoreOf, { version, value: figureSaid(revision, said) })}
              aria-disabled={isPending}
            >
              {say.restore}
            </button>
          )}
        </ActForm>
      ) : null}
    </li>
  );
}

function actSaid(revision: Revision, before: Revision | null, said: Said): string {
  const { words } = said;
  const say = words.history;
  const [value, was] = [figureSaid(revision, said), before ? figureSaid(before, said) : ""];
  const who = whoSaid(revision.by, words);
  const door = say.doors[revision.door as keyof typeof say.doors] ?? "";
  const act =
    revision.restores !== null
      ? fill(say.restored, { who, value, from: revision.restores })
      : !before || before.status === null
        ? fill(say.entered, { who, value })
        : revision.status === null
          ? fill(say.emptied, { who, before: was })
          : value === was
            ? fill(say.words, { who, value })
            : fill(say.changed, { who, before: was, value });
  return `${act}. ${door}`.trim();
}
