import { Runs } from "@/components/report/prose/markdown";
import { Heads } from "@/components/ui/table";
import type { Locale } from "@/lib/language/model";
import { answersOf } from "@/lib/report/block/model";
import type { BlockOf } from "@/lib/report/model";
import { reportWords } from "@/lib/report/notation/model";

/** The focus points of last year, each with what became of it. */
export function Answers({ block, locale }: { block: BlockOf<"answers">; locale: Locale }) {
  const { answers: words } = reportWords(locale).report;
  return (
    <table className="ans">
      <caption>
        <h3>{block.title || words.title}</h3>
      </caption>
      <Heads columns={[words.said, words.did]} />
      <tbody>
        {answersOf(block.body).map(({ said, did }, index) => (
          <tr key={index}>
            <th scope="row">
              <Runs text={said} />
            </th>
            <td>{did === null ? <span className="muted">{words.open}</span> : <Runs text={did} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
