import { ExampleMark } from "./example-mark";
import { fill } from "@/components/entry/words";
import { TextField } from "@/components/ui/text-field";
import { takeBackEvidence } from "@/lib/evidence/actions";
import type { EvidenceView } from "@/lib/evidence/model";
import { remarkIn } from "@/lib/language/model";
import { ActForm } from "./act-form";
import { countSaid, sizeSaid, whenSaid, whoSaid } from "./said";
import type { PartProps } from "./stand";
import { Upload } from "./upload";

/** The files that back a value, each to take along; those withdrawn stay to be seen. */
export function Evidence(props: PartProps) {
  const { view, said } = props;
  const { words } = said;
  const holds = view.evidence.filter(({ withdrawn }) => !withdrawn).length;
  return (
    <section aria-labelledby="evidence-title" id="evidence">
      <h2 id="evidence-title">
        {words.evidence.title}{" "}
        <span>{holds > 0 ? countSaid(holds, words.evidence.one, words.evidence.count) : null}</span>
      </h2>
      {view.evidence.length === 0 ? <p className="muted">{words.evidence.none}</p> : null}
      {view.evidence.length > 0 ? (
        <ul className="beside-files">
          {view.evidence.map((file) => (
            <File key={file.id} file={file} {...props} />
          ))}
        </ul>
      ) : null}
      {view.acts.addEvidence ? <Upload {...props} /> : null}
    </section>
  );
}

function File({ file, view: { place, acts }, said: { words, locale }, onView }: PartProps & { file: EvidenceView }) {
  const { id, name, kind, size, sha256, note, isExample, by, at, withdrawn } = file;
  const say = words.evidence;
  return (
    <li className={withdrawn ? "is-withdrawn" : undefined}>
      <p className="beside-file">
        <a href={`/${place.org}/evidence/${id}`} download={name} aria-label={fill(say.download, { name })}>
          {name}
        </a>{" "}
        {isExample ? <ExampleMark words={words} /> : null}
      </p>
      {note ? <p>{remarkIn(note, locale)}</p> : null}
      <p className="beside-by">
        {say.kind[kind]}, {sizeSaid(size, locale)} ·{" "}
        {fill(say.by, { who: whoSaid(by, words), when: whenSaid(at, locale) })}
      </p>
      <p className="beside-hash" title={fill(say.hash, { hash: sha256 })}>
        {fill(say.hash, { hash: `${sha256.slice(0, 16)}…` })}
      </p>
      {withdrawn ? (
        <p className="beside-withdrawn">
          {fill(say.withdrawn, {
            who: whoSaid(withdrawn.by, words),
            when: whenSaid(withdrawn.at, locale),
            reason: withdrawn.reason,
          })}
        </p>
      ) : acts.withdraw ? (
        <details className="beside-act">
          <summary aria-label={fill(say.withdrawOf, { name })}>{say.withdraw}</summary>
          <ActForm
            action={takeBackEvidence}
            hidden={{ org: place.org, id }}
            id={`withdraw-${id}`}
            summary={words.refused}
            onView={(next) => onView(next, fill(say.done, { name }))}
          >
            {({ errorAt, isPending }) => (
              <>
                <TextField
                  id={`withdraw-${id}-reason`}
                  name="reason"
                  label={say.reason}
                  error={errorAt("reason")}
                  maxLength={500}
                  autoComplete="off"
                />
                <button className="btn danger" aria-disabled={isPending}>
                  {say.withdraw}
                </button>
              </>
            )}
          </ActForm>
        </details>
      ) : null}
    </li>
  );
}
