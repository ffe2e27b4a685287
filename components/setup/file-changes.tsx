import { Scroll } from "@/components/ui/scroll";
import { Heads } from "@/components/ui/table";
import type { SetupPreview } from "@/lib/setup/file/preview/queries";
import type { FileWords } from "./file-words";

type Preview = Extract<SetupPreview, { ok: true }>;

/** What a set-up file would make and change, and what it leaves as it is. */
export function FileChanges({ preview, words }: { preview: Preview; words: FileWords }) {
  if (preview.changes.length === 0) return <p>{words.nothing}</p>;
  return (
    <>
      <p className="message-title">{words.changes}</p>
      <Scroll label={words.changes}>
        <table className="tbl">
          <Heads columns={[words.place, words.what, words.from, words.to]} />
          {preview.changes.map(({ part, code, what, details }) => (
            <tbody key={`${part} ${code}`}>
              <tr>
                <th scope="rowgroup">
                  {words.part[part]} {code ? <code lang="zxx">{code}</code> : null}
                </th>
                <td colSpan={3}>{words.kind[what]}</td>
              </tr>
              {details.map((detail) => (
                <tr key={detail.path}>
                  <th scope="row" className="d1">
                    <code lang="zxx">{detail.path}</code>
                  </th>
                  <td>{words.kind[detail.what]}</td>
                  <td lang="zxx">{detail.from || words.nothingThere}</td>
                  <td lang="zxx">{detail.to || words.nothingThere}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
      {preview.stays.length > 0 ? (
        <p className="muted">
          {words.stays} {preview.stays.map(({ part, count }) => `${words.part[part as never]} ${count}`).join(" · ")}
        </p>
      ) : null}
    </>
  );
}
