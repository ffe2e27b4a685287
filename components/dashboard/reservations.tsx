import { NoteMarks } from "@/components/figure/notes";
import { coverageText } from "@/components/figure/printed";
import { ExampleTag } from "@/components/figure/printed-figure";
import { fill, type FigureWords } from "@/components/figure/words";
import { nameParts } from "@/lib/dashboard/name/model";
import type { KpiYear } from "@/lib/figure/model";
import { breakBetween } from "@/lib/series-break/model";

/** Longest remark that fits the column; a longer one is the figure's title and a note. */
const mostLetters = 26;

/** What to know of a year's figure, in few words each; the notes say the rest. */
function reservationsOf(kpi: KpiYear, words: FigureWords): string[] {
  const figure = kpi.figures.at(-1);
  const found: string[] = [];
  if (kpi.replaces) found.push(fill(words.replaces, { name: nameParts(kpi.replaces, kpi).shown }));
  if (kpi.replacedBy) found.push(fill(words.replacedBy, { name: nameParts(kpi.replacedBy, kpi).shown }));
  if (!figure) return found;
  if (figure.status === "estimated")
    found.push(figure.basis !== "" && figure.basis.length <= mostLetters ? figure.basis : words.estimate.toLowerCase());
  if (figure.status === "pending") found.push(words.notSettled);
  const coverage = coverageText(figure, words);
  if (coverage) found.push(coverage);
  const broken = breakAt(kpi);
  if (broken && !kpi.replaces) found.push(words.chart.series[broken.kind]);
  if (kpi.target.target?.note) found.push(words.targetNote);
  return found;
}

/** The break between the year and the one before. */
function breakAt(kpi: KpiYear) {
  const { year } = kpi.figures.at(-1) ?? { year: 0 };
  return breakBetween(kpi.breaks, year - 1, year);
}

/** The reservations of a row with the marks of its notes; in a narrow column only the marks are seen, and the words are read aloud. */
export function Reservations({ kpi, marks, words }: { kpi: KpiYear; marks: number[]; words: FigureWords }) {
  const found = reservationsOf(kpi, words);
  const figure = kpi.figures.at(-1);
  const covered = figure?.coverage?.covered;
  return (
    <>
      {figure?.isExample ? <ExampleTag words={words} /> : null}
      {found.length > 0 ? (
        <span
          className="cw"
          title={covered && covered.length > 0 ? fill(words.coverageTitle, { names: covered.join(", ") }) : undefined}
        >
          {found.join(", ")}
        </span>
      ) : null}
      {found.length === 0 && marks.length > 0 && !figure?.isExample ? (
        <span className="cw">{marks.length === 1 ? words.note : words.notes}</span>
      ) : null}
      <NoteMarks numbers={marks} />
    </>
  );
}
