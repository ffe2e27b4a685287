"use client";
import { startTransition, useActionState, useState, type ChangeEvent } from "react";
import { refusals } from "@/components/session/action-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Message } from "@/components/ui/message";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import type { FormState } from "@/lib/access/refusal";
import { importSetupFile, previewSetupFile } from "@/lib/setup/file/actions";
import type { SetupPreview } from "@/lib/setup/file/preview/queries";
import { FileChanges } from "./file-changes";
import { FileProblems } from "./file-problems";
import type { FileWords } from "./file-words";

/** A set-up file: chosen or pasted, looked through, and only then taken in. */
export function SetupFileForm({ org, words }: { org: string; words: FileWords }) {
  const [looked, look, isLooking] = useActionState<FormState<SetupPreview>, FormData>(previewSetupFile, {});
  const [taken, take, isTaking] = useActionState<FormState<{ count: number }>, FormData>(importSetupFile, {});
  const [text, setText] = useState("");
  // What was looked through: once a letter changed, the preview is of another file.
  const [seen, setSeen] = useState("");
  const read = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file) setText(await file.text());
  };
  const send = (act: (input: FormData) => void, more: Record<string, string> = {}) => {
    const input = new FormData();
    for (const [name, value] of Object.entries({ org, text, ...more })) input.set(name, value);
    startTransition(() => act(input));
  };
  const preview = looked.data && seen === text && !taken.data ? looked.data : null;
  const errors = [...refusals(looked), ...refusals(taken)];
  return (
    <div className="form setup-file">
      <ErrorSummary title={words.summary} errors={errors} />
      {taken.data ? <Message tone="better" title={words.confirmed} /> : null}
      <TextField
        name="file"
        label={words.choose}
        type="file"
        accept=".yaml,.yml,.json,application/json,text/yaml"
        onChange={read}
      />
      <TextAreaField
        name="text"
        label={words.label}
        hint={words.hint}
        error={errors[0]?.message}
        value={text}
        rows={12}
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
        {preview?.ok === false ? <FileProblems problems={preview.problems} words={words} /> : null}
        {preview?.ok ? <FileChanges preview={preview} words={words} /> : null}
      </div>
      {preview?.ok && preview.changes.length > 0 ? (
        <button
          type="button"
          className="btn main large"
          aria-disabled={isTaking}
          onClick={() => isTaking || send(take, { digest: preview.digest })}
        >
          {words.confirm}
        </button>
      ) : null}
    </div>
  );
}
