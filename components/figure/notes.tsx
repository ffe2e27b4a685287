import type { NumberedNote } from "@/lib/footnote/model";
import "@/components/figure/figure.css";

/** The marks of a KPI's notes, raised: ¹ ² . */
export function NoteMarks({ numbers }: { numbers: number[] | undefined }) {
  return numbers && numbers.length > 0 ? <sup className="mark">{numbers.join(" ")}</sup> : null;
}

/** The notes of a page, by number. */
export function Notes({ notes }: { notes: NumberedNote[] }) {
  return notes.map(({ number, text }) => (
    <p key={number} id={`note-${number}`}>
      <sup>{number}</sup>
      {text}
    </p>
  ));
}
