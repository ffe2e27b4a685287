import { drawingOf, type Width } from "@/lib/chart/drawing/drawn/model";
import type { MarkLook, Shape, WordLook } from "@/lib/chart/drawing/model";
import type { ChartSpec, ChartTone } from "@/lib/chart/model";
import { wrapped } from "@/lib/chart/wrap/model";
import { descriptionOf } from "@/lib/chart/description/model";

const typeface = "'Plex Sans', 'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";
const [ink, muted, line, paper] = ["#16202A", "#55616B", "#DEDAD0", "#FFFFFF"];
const tones: Record<ChartTone, string> = {
  society: "#2B5C8A",
  employer: "#A6502B",
  producer: "#2F7148",
  ethics: "#664B86",
};

/** A colour mixed with paper or ink, as components/report/drawing.css has the browser mix it. */
function mixed(colour: string, percent: number, other: string): string {
  const parts = [1, 3, 5].map((at) => {
    const [a, b] = [colour, other].map((one) => Number.parseInt(one.slice(at, at + 2), 16)) as [number, number];
    return Math.round((a * percent + b * (100 - percent)) / 100)
      .toString(16)
      .padStart(2, "0");
  });
  return `#${parts.join("")}`;
}

/** How each mark looks on paper. */
function marksIn(tone: string): Record<MarkLook, string> {
  const fourth = mixed(tone, 55, ink);
  const tint = (percent: number) => `fill="${mixed(tone, percent, paper)}" stroke="${mixed(tone, 80, paper)}"`;
  const stroke = (colour: string, width = 2) => `fill="none" stroke="${colour}" stroke-width="${width}"`;
  const point = (colour: string) => `fill="${colour}" stroke="${colour}"`;
  const hollow = (colour: string) => `fill="${paper}" stroke="${colour}" stroke-width="2"`;
  return {
    axis: stroke(muted, 1),
    grid: stroke(line, 1),
    "bar current": point(tone),
    "bar earlier": tint(38),
    "bar estimated": `fill="${paper}" stroke="${tone}"`,
    hatch: stroke(tone, 1.5),
    "part one": point(tone),
    "part two": tint(38),
    "part three": tint(14),
    "part four": `fill="${paper}" stroke="${tone}"`,
    "line one": stroke(tone),
    "line two": stroke(muted),
    "line three": stroke(ink),
    "line four": stroke(fourth),
    "point one": point(tone),
    "point two": point(muted),
    "point three": point(ink),
    "point four": point(fourth),
    "point one hollow": hollow(tone),
    "point two hollow": hollow(muted),
    "point three hollow": hollow(ink),
    "point four hollow": hollow(fourth),
    goal: stroke(ink),
    "goal-line": `${stroke(muted, 1)} stroke-dasharray="1 3"`,
    benchmark: `fill="${paper}" stroke="${ink}" stroke-width="1.5"`,
    break: `${stroke(muted, 1)} stroke-dasharray="2 3"`,
    leader: stroke(muted, 0.75),
  };
}

const halo = `paint-order="stroke" stroke="${paper}" stroke-width="3" stroke-linejoin="round"`;
const words: Record<WordLook, string> = {
  value: `fill="${ink}" ${halo}`,
  "value current": `fill="${ink}" font-weight="600" ${halo}`,
  "value on-dark": `fill="${paper}" font-weight="600"`,
  column: `fill="${muted}"`,
  "column current": `fill="${ink}" font-weight="600"`,
  name: `fill="${ink}" font-weight="600" ${halo}`,
  quiet: `fill="${muted}" ${halo}`,
  "quiet current": `fill="${ink}" font-weight="600" ${halo}`,
};

const MARGIN = 24;

/** Everything a file says around its drawing. `faces`: its typeface as @font-face rules. */
export type ChartFile = { title: string; measure: string; note: string; source: string; faces: string };

/** A chart as an SVG file that stands alone: on paper, with its message as title, its measure, note and source, and what it shows in words. */
export function chartSvg(spec: ChartSpec, of: ChartFile, width: Width = "whole"): string {
  const drawing = drawingOf(spec, width);
  const total = drawing.width + 2 * MARGIN;
  const titles = wrapped(of.title, drawing.width / 8.6);
  const measures = wrapped(of.measure, drawing.width / 6.7).filter((text) => text !== "");
  const notes = [of.note, of.source]
    .flatMap((text) => wrapped(text, drawing.width / 6.4))
    .filter((text) => text !== "");
  const head = MARGIN + titles.length * 21 + measures.length * 18 + 18;
  const height = head + drawing.height + (notes.length > 0 ? 18 + notes.length * 17 : 0) + MARGIN;
  const looks = { ...marksIn(tones[spec.tone]), ...words };
  const used = [...new Set(drawing.shapes.map(({ look }) => look))];
  const text = (content: string, y: number, attributes: string) =>
    `<text x="${MARGIN}" y="${y}" ${attributes}>${escaped(content)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${total}" height="${height}" viewBox="0 0 ${total} ${height}" font-family="${typeface}" font-size="13" font-variant-numeric="tabular-nums" role="img" lang="${spec.locale}" aria-labelledby="title desc">`,
    `<title id="title">${escaped(of.title)}</title><desc id="desc">${escaped(descriptionOf(spec))}</desc>`,
    `<style>${of.faces}${rulesOf(used.map((look) => [classOf(look), looks[look]]))}</style>`,
    `<rect width="${total}" height="${height}" fill="${paper}"/>`,
    ...titles.map((part, at) => text(part, MARGIN + 12 + at * 21, `font-size="16" font-weight="600" fill="${ink}"`)),
    ...measures.map((part, at) => text(part, MARGIN + 12 + titles.length * 21 + at * 18, `fill="${muted}"`)),
    `<g transform="translate(${MARGIN} ${head})" text-anchor="middle">`,
    ...alike(drawing.shapes).map(([first, ...more]) =>
      more.length === 0
        ? shapeSvg(first, ` class="${classOf(first.look)}"`)
        : `<g class="${classOf(first.look)}">${[first, ...more].map((shape) => shapeSvg(shape, "")).join("")}</g>`,
    ),
    "</g>",
    ...notes.map((part, at) => text(part, head + drawing.height + 26 + at * 17, `font-size="12" fill="${muted}"`)),
    "</svg>",
  ].join("");
}

/** A drawing's file with typefaces it was kept without. */
export function withFaces(svg: string, faces: string): string {
  return svg.replace("</desc>", `</desc><style>${faces}</style>`);
}

function classOf(look: MarkLook | WordLook): string {
  return look.replaceAll(" ", "-");
}

/** Attributes as style rules: each said once for all that look like it. */
function rulesOf(looks: [name: string, attributes: string][]): string {
  const named = new Map<string, string[]>();
  for (const [name, attributes] of looks) named.set(attributes, [...(named.get(attributes) ?? []), `.${name}`]);
  return [...named].map(([attributes, names]) => `${names.join()}{${ruleOf(attributes)}}`).join("");
}

function ruleOf(attributes: string): string {
  return [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}:${value}`).join(";");
}

/** Shapes in their order; neighbours that look alike together. */
function alike(shapes: readonly Shape[]): [Shape, ...Shape[]][] {
  const groups: [Shape, ...Shape[]][] = [];
  for (const shape of shapes) {
    const last = groups.at(-1);
    if (last?.[0].look === shape.look) last.push(shape);
    else groups.push([shape]);
  }
  return groups;
}

function shapeSvg(shape: Shape, look: string): string {
  switch (shape.kind) {
    case "rect":
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${Math.max(0, shape.height)}"${look}/>`;
    case "circle":
      return `<circle cx="${shape.x}" cy="${shape.y}" r="${shape.r}"${look}/>`;
    case "path":
      return `<path d="${shape.d}"${look}${shape.isDashed ? ' stroke-dasharray="3 3"' : ""}/>`;
    case "text": {
      const anchor = shape.anchor === "middle" ? "" : ` text-anchor="${shape.anchor}"`;
      const raised = shape.isEstimated ? `<tspan font-size="10" dy="-5">e</tspan>` : "";
      return `<text x="${shape.x}" y="${shape.y}"${anchor}${look}>${escaped(shape.text)}${raised}</text>`;
    }
  }
}

/** A text as it stands in an SVG. Names are people's own words: none of them becomes an element. */
export function escaped(text: string): string {
  const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!);
}
