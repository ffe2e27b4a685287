import { cellText } from "@/components/entry/cell-text";
import { fill } from "@/components/entry/words";
import { contentNow } from "@/lib/value/draft/model";
import { carriesFigure, longestWords } from "@/lib/value/model";
import { writeCell } from "@/lib/value/reading/model";
import type { BesideProps } from "./view";

const statuses = ["reported", "estimated", "pending", "notMeasured", "notApplicable"] as const;

/** What was said of the cell in hand: how it is read, its status, source and remark, to change where the sheet may be changed. */
export function SaidFields({ cell, kpi, words, locale, isReadOnly, onEdit }: BesideProps) {
  if (!cell) return null;
  const now = contentNow(cell);
  const amount = carriesFigure(now.status) ? `${writeCell(now, locale)} ${kpi.unitOfMeasure}` : null;
  const status = now.status ? words.glyph[now.status] : words.state.missing;
  const texts = [
    { column: "source", label: words.source, text: cellText(cell, "source", locale) },
    { column: "note", label: words.note, text: cellText(cell, "note", locale) },
  ] as const;
  if (isReadOnly)
    return (
      <dl className="beside-said">
        {[{ column: "status", label: words.status, text: amount ? `${amount}, ${status}` : status }, ...texts]
          .filter(({ text }) => text !== "")
          .map(({ column, label, text }) => (
            <div key={column}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    );
  return (
    <div className="beside-form beside-said">
      <p className="beside-reading">
        {amount ? fill(words.beside.readAs, { value: amount }) : words.beside.noFigure} · {status}
      </p>
      <div className="field">
        <label htmlFor="beside-status">{words.status}</label>
        <select id="beside-status" value={now.status ?? ""} onChange={(event) => onEdit("status", event.target.value)}>
          {statuses
            .filter((one) => amount !== null || !carriesFigure(one))
            .map((one) => (
              <option key={one} value={one}>
                {words.choose[one]}
              </option>
            ))}
          {now.status === "discontinued" ? <option value="discontinued">{words.glyph.discontinued}</option> : null}
          <option value="" disabled={amount !== null}>
            {words.choose.empty}
          </option>
        </select>
      </div>
      {texts.map(({ column, label, text }) => (
        <div className="field" key={column}>
          <label htmlFor={`beside-${column}`}>{label}</label>
          <textarea
            // What was stored meanwhile takes the place of what stood here; what is being typed stays.
            key={text}
            id={`beside-${column}`}
            rows={text.length > 60 ? 3 : 1}
            maxLength={longestWords}
            defaultValue={text}
            onBlur={(event) => event.target.value !== text && onEdit(column, event.target.value)}
          />
        </div>
      ))}
    </div>
  );
}
