/** How wide a typeface's signs are, in thousandths of its size. */
export type Widths = ReadonlyMap<number, number> & { readonly otherwise: number };

/** A twentieth of a pixel, which is two hundredths of a millimetre: nobody sees a sign stand so far beside its place. */
const UNSEEN = 0.05;

/**
 * A page's content with its words written whole. Chromium places every sign by itself, even where it stands just where
 * the one before it ends; written as one text, with what kerning moves, a page weighs two thirds, and whoever searches
 * it finds words. `widthsOf` knows the typefaces by their names; a text of another stays as it is.
 */
export function wholeWords(content: string, widthsOf: (name: string) => Widths | undefined): string {
  return content.replace(
    /\/(F\d+) ([\d.]+) Tf\n([^\n]* Tm)\n((?:(?:-?[\d.]+ 0 Td )?<(?:[0-9A-F]{4})+> Tj\n|\/Span[^\n]* BDC\n(?:-?[\d.]+ 0 Td )?<(?:[0-9A-F]{4})+> Tj\nEMC\n)+)ET\n/g,
    (whole, name: string, size: string, place: string, signs: string) => {
      const widths = widthsOf(name);
      return widths ? `/${name} ${size} Tf\n${place}\n${written(signs, Number(size), widths)}\nET\n` : whole;
    },
  );
}

/**
 * Signs with their distances as one text: moved only where a sign does not stand where the one before it ends. A sign
 * that is read as several letters ("ﬁ") keeps the mark that says so around it.
 */
function written(signs: string, size: number, widths: Widths): string {
  const lines: string[] = [];
  let [parts, text]: [string[], string] = [[], ""];
  const end = () => {
    if (text !== "") lines.push(parts.length === 0 ? `<${text}> Tj` : `[${parts.join("")}<${text}>] TJ`);
    [parts, text] = [[], ""];
  };
  let [pen, place] = [0, 0];
  for (const [, mark, distance, codes] of signs.matchAll(
    /(\/Span[^\n]* BDC)?\n?(?:(-?[\d.]+) 0 Td )?<([0-9A-F]+)> Tj/g,
  )) {
    if (mark !== undefined) {
      end();
      lines.push(mark);
    }
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
    if (mark !== undefined) {
      end();
      lines.push("EMC");
    }
  }
  end();
  return lines.join("\n");
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
