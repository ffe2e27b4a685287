import { Sign } from "@/components/ui/sign";
import type { SheetView } from "./view";
import { fill } from "./words";

/** What the sheet is, and what its columns hold. A year that cannot be entered says why. */
export function GridHead({ view: { year, years, words, orgUnit } }: { view: SheetView }) {
  const isHistory = years.length > 1;
  return (
    <>
      <caption className="vh">{fill(words.caption, { orgUnit: orgUnit.name, year })}</caption>
      <colgroup>
        <col className="w-k" />
        <col className="w-u" />
        {isHistory ? (
          years.map((one) => <col key={one.year} className="w-y" />)
        ) : (
          <>
            <col className="w-p" />
            <col className="w-p" />
            <col className="w-e" />
            <col className="w-s" />
            <col className="w-q" />
            <col className="w-n" />
          </>
        )}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{words.kpi}</th>
          <th scope="col">{words.unitOfMeasure}</th>
          {isHistory ? (
            years.map((one) => (
              <th scope="col" key={one.year} className="r now" title={one.reason || undefined}>
                {one.year}
                {one.reason ? (
                  <small>
                    <Sign name="lock" /> {one.state}
                  </small>
                ) : null}
              </th>
            ))
          ) : (
            <>
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
            </>
          )}
        </tr>
      </thead>
    </>
  );
}
