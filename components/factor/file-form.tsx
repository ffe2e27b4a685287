"use client";
import type { ReactNode } from "react";
import { FileForm, type FileFormWords } from "@/components/session/file-form";
import { Table } from "@/components/ui/table";
import { importFactorFile, previewFactorFile } from "@/lib/emission-factor/file/actions";
import type { FileLine } from "@/lib/emission-factor/file/model";

type Line = Omit<FileLine, "refusals"> & { refusals: { field: string; message: string }[] };
type Words = FileFormWords &
  Record<"nothing" | "confirm" | "confirmOne" | "refused", string> & {
    columns: Record<"line" | "code" | "what", string>;
    what: Record<FileLine["what"], string>;
  };

/** A file of factors: pasted or chosen, looked through line by line, and only then taken in. */
export function FactorFileForm({ org, words }: { org: string; words: Words }) {
  return (
    <FileForm
      org={org}
      field="csv"
      accept=".csv,.txt,text/csv,text/plain"
      words={words}
      className="factor-file"
      look={previewFactorFile}
      take={importFactorFile}
    >
      {({ preview, isTaking, takeIn }) => (
        <div role="status">
          {preview ? (
            <Lines lines={preview.lines} words={words}>
              <button type="button" className="btn main large" aria-disabled={isTaking} onClick={() => takeIn()}>
                {newIn(preview.lines) === 1 ? words.confirmOne : words.confirm}
              </button>
            </Lines>
          ) : null}
        </div>
      )}
    </FileForm>
  );
}

/** The lines with what is to become of each; `children` take them in, where none is refused and any is new. */
function Lines({ lines, words, children }: { lines: Line[]; words: Words; children: ReactNode }) {
  const isRefused = lines.some(({ what }) => what === "refused");
  return (
    <>
      <Table label={words.columns.what} columns={[words.columns.line, words.columns.code, words.columns.what]}>
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
      </Table>
      {isRefused ? (
        <p className="message-title">{words.refused}</p>
      ) : newIn(lines) === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        children
      )}
    </>
  );
}

function newIn(lines: readonly Line[]): number {
  return lines.filter(({ what }) => what.startsWith("new")).length;
}
