import { Table } from "@/components/ui/table";
import type { SaidProblem } from "@/lib/setup/file/preview/queries";
import type { FileWords } from "./file-words";

/** What is wrong with a set-up file, each with its line and place. */
export function FileProblems({ problems, words }: { problems: SaidProblem[]; words: FileWords }) {
  return (
    <>
      <p className="message-title">{words.problems}</p>
      <Table label={words.problems} columns={[words.line, words.place, words.wrong]}>
        {problems.map(({ path, line, message }) => (
          <tr key={path + message}>
            <th scope="row">{line}</th>
            <td>
              <code lang="zxx">{path}</code>
            </td>
            <td>{message}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
