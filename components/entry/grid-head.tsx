import type { SheetView } from "./view";

/** What the sheet is, and what its columns hold. */
export function GridHead({ view: { year, words, orgUnit } }: { view: SheetView }) {
  return (
    <>
      <caption className="vh">
        {words.caption.replace("{orgUnit}", orgUnit.name).replace("{year}", String(year))}
      </caption>
      <colgroup>
        <col className="w-k" />
        <col className="w-u" />
        <col className="w-p" />
        <col className="w-p" />
        <col className="w-e" />
        <col className="w-s" />
        <col className="w-q" />
        <col className="w-n" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{words.kpi}</th>
          <th scope="col">{words.unitOfMeasure}</th>
          <th scope="col" className="p">
            {year - 2}
          </th>
          <th scope="col" className="p">
            {year - 1}
          </th>
          <th scope="col" className="r now">
            {year}
          </th>
          <th scope="col" className="st">
            {words.status}
          </th>
          <th scope="col">{words.source}</th>
          <th scope="col">{words.note}</th>
        </tr>
      </thead>
    </>
  );
}
