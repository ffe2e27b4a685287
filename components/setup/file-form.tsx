"use client";
import { FileForm } from "@/components/session/file-form";
import { Message } from "@/components/ui/message";
import { importSetupFile, previewSetupFile } from "@/lib/setup/file/actions";
import { FileChanges } from "./file-changes";
import { FileProblems } from "./file-problems";
import type { FileWords } from "./file-words";

/** A set-up file: chosen or pasted, looked through, and only then taken in. */
export function SetupFileForm({ org, words }: { org: string; words: FileWords }) {
  return (
    <FileForm
      org={org}
      field="text"
      accept=".yaml,.yml,.json,application/json,text/yaml"
      words={words}
      className="setup-file"
      look={previewSetupFile}
      take={importSetupFile}
    >
      {({ preview, taken, isTaking, takeIn }) => (
        <>
          <div role="status">
            {taken ? <Message tone="better" title={words.confirmed} /> : null}
            {preview?.ok === false ? <FileProblems problems={preview.problems} words={words} /> : null}
            {preview?.ok ? <FileChanges preview={preview} words={words} /> : null}
          </div>
          {preview?.ok && preview.changes.length > 0 ? (
            <button
              type="button"
              className="btn main large"
              aria-disabled={isTaking}
              onClick={() => takeIn({ digest: preview.digest })}
            >
              {words.confirm}
            </button>
          ) : null}
        </>
      )}
    </FileForm>
  );
}
