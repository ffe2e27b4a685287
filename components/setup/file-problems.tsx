import type { SaidProblem } from "@/lib/setup/file/preview/queries";
import type { FileWords } from "./file-words";

/** What is wrong with a set-up file, each with its line and place. */
export function FileProblems({ problems, words }: { problems: SaidProblem[]; words: FileWords }) {
  return (
    <>
      <p className="message-title">{words.problems}</p>
      <div className="scroll" role="region" aria-label={words.problems} tabIndex={0}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              <th scope="col">{words.place}</th>
              <th scope="col">{words.wrong}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ path, line, message }) => (
              <tr key={path + message}>
                <th scope="row">{line}</th>
                <td>
                  <code lang="zxx">{path}</code>
                </td>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
