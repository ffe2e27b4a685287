"use client";
import { startTransition, useActionState, useState, type ChangeEvent, type ReactNode } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextAreaField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/access/refusal";
import { importFactorFile, previewFactorFile } from "@/lib/emission-factor/file/actions";
import type { FileLine } from "@/lib/emission-factor/file/model";

type Line = Omit<FileLine, "refusals"> & { refusals: { field: string; message: string }[] };
type Preview = { lines: Line[] };
type Words = Record<
  "label" | "hint" | "choose" | "preview" | "nothing" | "summary" | "confirm" | "confirmOne" | "refused",
  string
> & {
  columns: Record<"line" | "code" | "what", string>;
  what: Record<FileLine["what"], string>;
};

/** A file of factors: pasted or chosen, looked through line by line, and only then taken in. */
export function FactorFileForm({ org, words }: { org: string; words: Words }) {
  const [looked, look, isLooking] = useActionState<FormState<Preview>, FormData>(previewFactorFile, {});
  const [taken, take, isTaking] = useActionState<FormState<never>, FormData>(importFactorFile, {});
  const [text, setText] = useState("");
  // What was looked through: once a letter changed, the preview is of another file.
  const [seen, setSeen] = useState("");
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const bytes = await target.files?.[0]?.arrayBuffer();
    if (bytes) setText(decoded(bytes));
  };
  const preview = looked.data && seen === text ? looked.data : null;
  const errors = [...messagesOf(looked), ...messagesOf(taken)];
  const adds = preview?.lines.filter(({ what }) => what.startsWith("new")).length ?? 0;
  const refused = preview?.lines.filter(({ what }) => what === "refused").length ?? 0;
  const send = (act: (input: FormData) => void) => {
    const input = new FormData();
    input.set("org", org);
    input.set("csv", text.trim());
    startTransition(() => act(input));
  };
  return (
    <div className="form factor-file">
      <ErrorSummary title={words.summary} errors={errors.map((message) => ({ field: "csv", message }))} />
      <label className="field">
        <span>{words.choose}</span>
        <input type="file" accept=".csv,.txt,text/csv,text/plain" onChange={read} />
      </label>
      <TextAreaField
        name="csv"
        label={words.label}
        hint={words.hint}
        error={errors[0]}
        value={text}
        rows={10}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="button"
        className="btn large"
        aria-disabled={isLooking}
        onClick={() => isLooking || (setSeen(text), send(look))}
      >
        {words.preview}
      </button>
      <div role="status">
        {preview ? (
          <Lines lines={preview.lines} words={words}>
            {refused > 0 ? <p className="message-title">{words.refused}</p> : null}
            {refused === 0 && adds === 0 ? <p>{words.nothing}</p> : null}
            {refused === 0 && adds > 0 ? (
              <button
                type="button"
                className="btn main large"
                aria-disabled={isTaking}
                onClick={() => isTaking || send(take)}
              >
                {adds === 1 ? words.confirmOne : words.confirm}
              </button>
            ) : null}
          </Lines>
        ) : null}
      </div>
    </div>
  );
}

function Lines({ lines, words, children }: { lines: Line[]; words: Words; children: ReactNode }) {
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{words.columns.line}</th>
            <th scope="col">{words.columns.code}</th>
            <th scope="col">{words.columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, code, what, refusals }) => (
            <tr key={line} className={what === "refused" ? "refused" : undefined}>
              <th scope="row">{line}</th>
              <td>
                <code>{code}</code>
              </td>
              <td>
                {words.what[what]}
                {refusals.map(({ field, message }) => (
                  <span key={field + message} className="error">
                    {message}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {children}
    </>
  );
}

/** Danish Excel writes files in the old code page. */
function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function messagesOf({ serverError, validationErrors }: FormState): string[] {
  const fields = Object.values(validationErrors?.fieldErrors ?? {}).flat();
  return [...(serverError ? [serverError.message] : []), ...(validationErrors?.formErrors ?? []), ...fields];
}
