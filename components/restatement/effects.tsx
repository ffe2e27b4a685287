import { Sign } from "@/components/ui/sign";
import { overFigures, Table } from "@/components/ui/table";
import type { EffectLine } from "@/lib/restatement/line/model";

/** Words of the table of effects, in the page's language. */
export type EffectWords = {
  caption: string;
  kpi: string;
  unit: string;
  year: string;
  before: string;
  after: string;
  change: string;
  weight: string;
  material: string;
  minor: string;
  open: string;
};

/** Every figure a restatement changes, before and after; runs on the server and in the browser. */
export function Effects({ effects, words }: { effects: EffectLine[]; words: EffectWords }) {
  return (
    <Table
      label={words.caption}
      caption={words.caption}
      className="effects"
      columns={[
        words.kpi,
        overFigures(words.year),
        overFigures(words.before),
        overFigures(words.after),
        words.unit,
        overFigures(words.change),
        words.weight,
      ]}
    >
      {effects.map((effect) => (
        <tr key={effect.key}>
          <th scope="row">
            {effect.name}
            {effect.orgUnit ? <small>{effect.orgUnit}</small> : null}
          </th>
          <td className="r">{effect.year}</td>
          <td className="r was">
            {effect.before}
            {effect.beside ? <small>{effect.beside.before}</small> : null}
          </td>
          <td className="r is">
            {effect.after}
            {effect.beside ? <small>{effect.beside.after}</small> : null}
          </td>
          <td className="u">{effect.unitOfMeasure}</td>
          <td className="r">{effect.change || "–"}</td>
          <td className="weight">
            {effect.isMaterial ? <Sign name="question" /> : null}
            {effect.isMaterial ? words.material : effect.isOpen ? words.open : words.minor}
          </td>
        </tr>
      ))}
    </Table>
  );
}
