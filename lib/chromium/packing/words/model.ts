/** How wide a typeface's signs are, in thousandths of its size. */
export type Widths = ReadonlyMap<number, number> & { readonly otherwise: number };

/** A fiftieth of a point: nobody sees a sign stand so far beside its place. */
const UNSEEN = 0.02;

/**
 * A page's content with its words written whole. Chromium places every sign by itself, even where it stands just where
 * the one before it ends; written as one text, with what kerning moves, a page weighs two thirds, and whoever searches
 * it finds words. `widthsOf` knows the typefaces by their names; a text of another stays as it is.
 */
export function wholeWords(content: string, widthsOf: (name: string) => Widths | undefined): string {
  return content.replace(
    /\/(F\d+) ([\d.]+) Tf\n([^\n]* Tm)\n((?:(?:-?[\d.]+ 0 Td )?<(?:[0-9A-F]{4})+> Tj\n)+)ET\n/g,
    (whole, name: string, size: string, place: string, signs: string) => {
      const widths = widthsOf(name);
      return widths ? `/${name} ${size} Tf\n${place}\n${written(signs, Number(size), widths)}\nET\n` : whole;
    },
  );
}

/** Signs with their distances as one text: moved only where a sign does not stand where the one before it ends. */
function written(signs: string, size: number, widths: Widths): string {
  const parts: string[] = [];
  let text = "";
  let [pen, place] = [0, 0];
  for (const [, distance, codes] of signs.matchAll(/(?:(-?[\d.]+) 0 Td )?<([0-9A-F]+)> Tj\n/g)) {
    place += (Number(distance ?? 0) / size) * 1000;
    const move = Math.round(pen - place);
    if (move !== 0 && (Math.abs(pen - place) * size) / 1000 >= UNSEEN) {
      if (text !== "") parts.push(`<${text}>`);
      parts.push(String(move));
      text = "";
      pen -= move;
    }
    text += codes;
    for (const [code] of codes!.matchAll(/.{4}/g)) pen += widths.get(Number.parseInt(code, 16)) ?? widths.otherwise;
  }
  return parts.length === 0 ? `<${text}> Tj` : `[${parts.join("")}<${text}>] TJ`;
}

/** The widths a typeface's object says, "/W [0 [472 0 236] 110 111 336] /DW 600"; undefined where it says none. */
export function widthsIn(face: string): Widths | undefined {
  const list = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(face)?.[1];
  if (list === undefined) return undefined;
  const widths = new Map<number, number>();
  for (const [, first, each, last, all] of list.matchAll(/(\d+) (?:\[([^\]]*)\]|(\d+) (-?[\d.]+))/g)) {
    const from = Number(first);
    if (each !== undefined)
      each
        .trim()
        .split(/\s+/)
        .forEach((width, at) => widths.set(from + at, Number(width)));
    else for (let code = from; code <= Number(last); code += 1) widths.set(code, Number(all));
  }
  return Object.assign(widths, { otherwise: Number(/\/DW (-?[\d.]+)/.exec(face)?.[1] ?? 1000) });
}

/** A page's content with its lines placed to a thousandth of a point, which is finer than any printer. */
export function shortLines(content: string): string {
  return content.replace(/^[-\d. ]+ (?:m|l|c|v|y|re)$/gm, (line) =>
    line.replace(/\d*\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000)),
  );
}
