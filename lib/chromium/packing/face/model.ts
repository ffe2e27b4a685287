/** What of a typeface a PDF draws its signs by (ISO 32000 9.9.1): the rest only helps to set words, and they are set. */
const DRAWN_BY = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"] as const;
/** Where in "maxp" the sizes stand that only hints need. */
const HINTS = [14, 28] as const;
const [ARGUMENTS_ARE_WORDS, HAS_SCALE, MORE, HAS_XY_SCALE, HAS_MATRIX, HAS_HINTS] = [1, 8, 32, 64, 128, 256];

/**
 * A TrueType typeface as a PDF needs it: only the tables its signs are drawn by, and no hints, which tell a screen of
 * few dots how to bend a stem and weigh more than the outlines. Null where it is not of the form Chromium embeds.
 */
export function bareFace(face: Buffer): Buffer<ArrayBuffer> | null {
  const tables = tablesIn(face);
  if (tables === null) return null;
  const [head, maxp] = [tables.get("head")!, Buffer.from(tables.get("maxp")!)];
  const isShort = head.readInt16BE(50) === 0;
  const places = placesIn(tables.get("loca")!, maxp.readUInt16BE(4), isShort);
  const outlines = places.slice(1).map((end, at) => withoutHints(tables.get("glyf")!.subarray(places[at], end)));
  if (maxp.length >= HINTS[1]) maxp.fill(0, HINTS[0], HINTS[1]);
  const loca = Buffer.alloc(places.length * (isShort ? 2 : 4));
  let end = 0;
  outlines.forEach((outline, at) => {
    end += outline.length;
    if (isShort) loca.writeUInt16BE(end / 2, (at + 1) * 2);
    else loca.writeUInt32BE(end, (at + 1) * 4);
  });
  return written(new Map([...tables, ["glyf", Buffer.concat(outlines)], ["loca", loca], ["maxp", maxp]]));
}

/** The tables that draw; null where one is missing. */
function tablesIn(face: Buffer): Map<string, Buffer> | null {
  if (face.length < 12 || face.readUInt32BE(0) !== 0x10000) return null;
  const tables = new Map<string, Buffer>();
  for (let at = 12; at < 12 + face.readUInt16BE(4) * 16; at += 16) {
    const start = face.readUInt32BE(at + 8);
    tables.set(face.toString("latin1", at, at + 4), face.subarray(start, start + face.readUInt32BE(at + 12)));
  }
  if (!DRAWN_BY.every((name) => tables.has(name))) return null;
  return new Map(DRAWN_BY.map((name) => [name, tables.get(name)!]));
}

function placesIn(loca: Buffer, signs: number, isShort: boolean): number[] {
  return Array.from({ length: signs + 1 }, (_, at) =>
    isShort ? loca.readUInt16BE(at * 2) * 2 : loca.readUInt32BE(at * 4),
  );
}

/** A sign's outline without the program that bends it, of an even length. */
function withoutHints(outline: Buffer): Buffer {
  if (outline.length === 0) return outline;
  const contours = outline.readInt16BE(0);
  if (contours < 0) return even([madeOfOthers(outline)]);
  const at = 10 + contours * 2;
  return even([outline.subarray(0, at), Buffer.alloc(2), outline.subarray(at + 2 + outline.readUInt16BE(at))]);
}

/** A sign that is composed of others: up to the last of them, none of them saying that hints follow. */
function madeOfOthers(outline: Buffer): Buffer {
  const kept = Buffer.from(outline);
  let [at, flags] = [10, MORE];
  while (flags & MORE) {
    flags = kept.readUInt16BE(at);
    kept.writeUInt16BE(flags & ~HAS_HINTS, at);
    at += flags & ARGUMENTS_ARE_WORDS ? 8 : 6;
    at += flags & HAS_SCALE ? 2 : flags & HAS_XY_SCALE ? 4 : flags & HAS_MATRIX ? 8 : 0;
  }
  return kept.subarray(0, at);
}

function even(parts: Buffer[]): Buffer {
  const whole = Buffer.concat(parts);
  return whole.length % 2 === 0 ? whole : Buffer.concat([whole, Buffer.alloc(1)]);
}

/** A typeface of these tables, which stand in the order of their names. */
function written(tables: ReadonlyMap<string, Buffer>): Buffer<ArrayBuffer> {
  const power = 2 ** Math.floor(Math.log2(tables.size));
  const head = Buffer.alloc(12 + tables.size * 16);
  head.writeUInt32BE(0x10000, 0);
  [tables.size, power * 16, Math.log2(power), (tables.size - power) * 16].forEach((value, at) =>
    head.writeUInt16BE(value, 4 + at * 2),
  );
  const parts: Buffer[] = [head];
  let start = head.length;
  [...tables].forEach(([name, table], at) => {
    const padded = Buffer.concat([table, Buffer.alloc(-table.length & 3)]);
    head.write(name, 12 + at * 16, "latin1");
    [sumOf(padded), start, table.length].forEach((value, field) => head.writeUInt32BE(value, 16 + at * 16 + field * 4));
    parts.push(padded);
    start += padded.length;
  });
  return Buffer.concat(parts);
}

/** A table's checksum: its words of four bytes added up. */
function sumOf(table: Buffer): number {
  let sum = 0;
  for (let at = 0; at < table.length; at += 4) sum = (sum + table.readUInt32BE(at)) >>> 0;
  return sum;
}
