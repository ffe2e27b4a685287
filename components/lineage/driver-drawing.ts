import type { Step } from "@/components/lineage/driver-steps";
import { escaped } from "@/lib/chart/file/model";
import { wrapped } from "@/lib/chart/wrap/model";

const [width, margin, names, values, rowHeight] = [760, 24, 270, 90, 44];
/** As on the page: what moved the figure in ink, the years themselves paler. */
const colours = { whole: "#C7CACD", up: "#16202A", down: "#16202A" } as const;
const typeface = "'Plex Sans', 'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";

/** The waterfall as a drawing that stands alone: on paper, with its finding as title, measure, steps and note. `faces`: its typeface as @font-face rules. */
export function waterfallSvg(of: {
  title: string;
  subtitle: string;
  note: string;
  steps: Step[];
  faces: string;
}): string {
  const titles = wrapped(of.title, width / 9);
  const notes = wrapped(of.note, width / 6.5);
  const top = margin + titles.length * 22 + 40;
  const end = top + of.steps.length * rowHeight;
  const height = end + notes.length * 18 + margin + 8;
  const room = width - 2 * margin - names - values;
  const rows = of.steps.flatMap(({ name, how, bar, look, text }, index) => {
    const y = top + index * rowHeight;
    const isWhole = look === "whole";
    return [
      line(y),
      words(name, margin, y + (how ? 19 : 27), `font-size="14" font-weight="${isWhole ? 600 : 400}" fill="#16202A"`),
      how ? words(how, margin, y + 36, `font-size="12" fill="#55616B"`) : "",
      `<rect x="${margin + names + (bar.left / 100) * room}" y="${y + 10}" width="${Math.max(1, (bar.width / 100) * room)}" height="${rowHeight - 20}" fill="${colours[look]}"${isWhole ? "" : ` fill-opacity="0.85"`}/>`,
      words(
        text,
        width - margin,
        y + 27,
        `font-size="14" font-weight="${isWhole ? 600 : 400}" fill="#16202A" text-anchor="end"`,
      ),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${typeface}" font-variant-numeric="tabular-nums" role="img" aria-label="${escaped(of.title)}">`,
    of.faces ? `<style>${of.faces}</style>` : "",
    `<rect width="${width}" height="${height}" fill="#FFFFFF"/>`,
    ...titles.map((text, at) =>
      words(text, margin, margin + 12 + at * 22, `font-size="16" font-weight="600" fill="#16202A"`),
    ),
    words(of.subtitle, margin, margin + 12 + titles.length * 22, `font-size="14" fill="#55616B"`),
    ...rows,
    line(end),
    ...notes.map((text, at) => words(text, margin, end + 24 + at * 18, `font-size="13" fill="#55616B"`)),
    "</svg>",
  ].join("");
}

function line(y: number): string {
  return `<line x1="${margin}" x2="${width - margin}" y1="${y}" y2="${y}" stroke="#DEDAD0"/>`;
}

function words(text: string, x: number, y: number, attributes: string): string {
  return `<text x="${x}" y="${y}" ${attributes}>${escaped(text)}</text>`;
}
