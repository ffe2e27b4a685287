import { inlinedTypefaces } from "@/components/charts/download-typeface";
import { wrapped } from "@/lib/chart/wrap/model";
import type { ChartSpec } from "@/lib/chart/model";

const namespace = "http://www.w3.org/2000/svg";
const copied = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "paint-order",
  "font-size",
  "font-weight",
  "font-variant-numeric",
  "text-anchor",
];
const typeface = "'Plex Sans', 'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif";

const margin = 24;

/**
 * The drawing as a file that stands alone: its typeface and computed styles written into it, on paper and in the light theme,
 * with title, subtitle and note, so that it can be used without the page.
 */
export async function standaloneSvg(drawn: SVGSVGElement, spec: ChartSpec): Promise<string> {
  const root = document.documentElement;
  const theme = root.dataset.theme;
  // Styles are read while the page is light for one moment; nothing is painted in between.
  root.dataset.theme = "light";
  const { width, height } = drawn.getBoundingClientRect();
  const inner = drawn.cloneNode(true) as SVGSVGElement;
  inlineStyles(drawn, inner);
  if (theme === undefined) delete root.dataset.theme;
  else root.dataset.theme = theme;

  const titles = wrapped(spec.title, width / 9);
  const notes = spec.note ? wrapped(spec.note, width / 6.5) : [];
  const top = margin + titles.length * 22 + 28;
  const whole = document.createElementNS(namespace, "svg");
  const total = { width: width + 2 * margin, height: top + height + notes.length * 18 + margin };
  for (const [name, value] of Object.entries({
    xmlns: namespace,
    ...total,
    viewBox: `0 0 ${total.width} ${total.height}`,
    "font-family": typeface,
    role: "img",
    "aria-label": drawn.getAttribute("aria-label") ?? spec.title,
  })) {
    whole.setAttribute(name, String(value));
  }
  const style = document.createElementNS(namespace, "style");
  style.textContent = await inlinedTypefaces();
  whole.append(style, element("rect", { width: total.width, height: total.height, fill: "#FFFFFF" }));
  titles.forEach((line, index) =>
    whole.append(
      text(line, margin, margin + 12 + index * 22, { "font-size": 16, "font-weight": 600, fill: "#16202A" }),
    ),
  );
  whole.append(text(spec.subtitle, margin, margin + 12 + titles.length * 22, { "font-size": 14, fill: "#55616B" }));
  inner.setAttribute("x", String(margin));
  inner.setAttribute("y", String(top));
  inner.setAttribute("width", String(width));
  inner.setAttribute("height", String(height));
  inner.setAttribute("overflow", "visible");
  whole.append(inner);
  notes.forEach((line, index) =>
    whole.append(text(line, margin, top + height + 20 + index * 18, { "font-size": 13, fill: "#55616B" })),
  );
  return new XMLSerializer().serializeToString(whole);
}

/** Twice the size on screen, so that it is sharp in print. */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  // Not a blob address: the content security policy of the page knows images from data only.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The browser made no picture."))), "image/png"),
  );
}

/** Lets the browser save a file. */
export function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function inlineStyles(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of copied) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value.replace(/url\("?[^"#]*#([^")]+)"?\)/, "url(#$1)"));
  }
  to.removeAttribute("class");
  to.removeAttribute("style");
  const [sources, copies] = [[...from.children], [...to.children]];
  sources.forEach((child, index) => {
    const copy = copies[index];
    if (copy) inlineStyles(child, copy);
  });
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

function text(content: string, x: number, y: number, attributes: Record<string, string | number>): SVGElement {
  const made = element("text", { x, y, ...attributes });
  made.textContent = content;
  return made;
}
