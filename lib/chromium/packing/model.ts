import { deflateSync, inflateSync } from "node:zlib";
import { bareFace } from "./face/model";
import { shortLines } from "./lines/model";
import { fewerTags, renumbered } from "./tag/model";
import { wholeWords, widthsIn, type Widths } from "./words/model";

/** Objects in one compressed stream: a reader unpacks a whole one to see any of them. */
const MOST_TOGETHER = 400;

type PdfObject = { number: number; body: Buffer; isStream: boolean };

/** Bytes of an entry of the table of objects: type, place, place within. */
const ENTRY = 7;

/**
 * The same PDF with its small objects packed together and compressed (ISO 32000 7.5.7 and 7.5.8) and its words written
 * whole, its typefaces and lines without what nobody sees. Chromium writes the tags that say what is a heading, a table,
 * a cell as some thousand plain objects, which weigh more than all the words, typefaces and drawings; packed they weigh
 * a tenth. What is not of the form Chromium writes is returned as it is.
 */
export function packedPdf(pdf: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const read = objectsOf(pdf);
  if (!read) return pdf;
  const { streams, small, trailer } = lighter(read);
  let next = streams.length + small.length + 1;
  const parts: Buffer[] = [Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "latin1")];
  let length = parts[0]!.length;
  const places = new Map<number, [type: number, first: number, second: number]>();
  const write = (number: number, body: Buffer) => {
    places.set(number, [1, length, 0]);
    const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from("\nendobj\n")]);
    parts.push(whole);
    length += whole.length;
  };
  for (const { number, body } of streams) write(number, body);
  for (let at = 0; at < small.length; at += MOST_TOGETHER) {
    const together = small.slice(at, at + MOST_TOGETHER);
    const number = next++;
    together.forEach((one, index) => places.set(one.number, [2, number, index]));
    write(number, packedTogether(together));
  }
  const table = next++;
  places.set(table, [1, length, 0]);
  const start = length;
  const entries = Buffer.alloc((table + 1) * ENTRY);
  for (let number = 0; number <= table; number++) {
    const [type, first, second] = places.get(number) ?? [0, 0, 65535];
    entries.writeUInt8(type, number * ENTRY);
    entries.writeUInt32BE(first, number * ENTRY + 1);
    entries.writeUInt16BE(second, number * ENTRY + 5);
  }
  const form = `/DecodeParms <</Predictor 12 /Columns ${ENTRY}>>`;
  const dictionary = `/Type /XRef /Size ${table + 1} /W [1 4 2] ${form} ${trailer}`;
  parts.push(
    Buffer.from(`${table} 0 obj\n`),
    stream(dictionary, differences(entries)),
    Buffer.from(`\nendobj\nstartxref\n${start}\n%%EOF\n`),
  );
  return Buffer.concat(parts);
}

/** The objects without what nobody sees, numbered anew without gaps. */
function lighter({ objects, trailer }: { objects: readonly PdfObject[]; trailer: string }) {
  const streams = withWholeWords(objects).map(withBareFace);
  const small = objects.filter(({ isStream }) => !isStream);
  const kept = fewerTags(new Map(small.map(({ number, body }) => [number, body.toString("latin1")])));
  const { numberOf, named } = renumbered([...streams.map(({ number }) => number), ...kept.keys()]);
  const withNames = ({ number, body }: PdfObject) => {
    const content = body.indexOf("stream");
    const head = Buffer.from(named(body.toString("latin1", 0, content)), "latin1");
    return { number: numberOf(number), body: Buffer.concat([head, body.subarray(content)]) };
  };
  return {
    streams: streams.map(withNames),
    small: [...kept].map(([number, body]) => ({
      number: numberOf(number),
      body: Buffer.from(signed(named(body)), "latin1"),
    })),
    trailer: named(trailer),
  };
}

/** The note of what made the document names the product, not the browser and the machine it was printed on. */
function signed(body: string): string {
  return body.replace(/\/Creator \((?:[^()\\]|\\.)*\)/s, "/Creator (Ledestjerne)");
}

/** A stream; one that is a TrueType typeface with no more than a PDF draws by. */
function withBareFace(object: PdfObject): PdfObject {
  const content = /^<<\/Length1 \d+\s/.test(object.body.toString("latin1", 0, 24)) ? unpacked(object.body) : null;
  const bare = content && bareFace(content);
  return bare ? { ...object, body: stream(`/Length1 ${bare.length}`, bare) } : object;
}

/** What a stream holds that is compressed and nothing else; null for another. */
function unpacked(body: Buffer): Buffer | null {
  const head = /^<<(?:\/Length1 \d+\s+)?\/Filter \/FlateDecode\s+\/Length (\d+)>>\s*stream\r?\n/.exec(
    body.toString("latin1", 0, 100),
  );
  return head && inflateSync(body.subarray(head[0].length, head[0].length + Number(head[1])));
}

/** Entries as what each differs by from the one before (PNG's "up"): they rise evenly, so little is left of them. */
function differences(entries: Buffer): Buffer {
  const rows = entries.length / ENTRY;
  const written = Buffer.alloc(rows * (ENTRY + 1));
  for (let row = 0; row < rows; row += 1) {
    written[row * (ENTRY + 1)] = 2;
    for (let at = 0; at < ENTRY; at += 1) {
      const above = row === 0 ? 0 : entries[(row - 1) * ENTRY + at]!;
      written[row * (ENTRY + 1) + 1 + at] = (entries[row * ENTRY + at]! - above) & 255;
    }
  }
  return written;
}

/** The streams; of those that are a page's content, with its words written whole. */
function withWholeWords(objects: readonly PdfObject[]): PdfObject[] {
  const small = new Map(
    objects.flatMap(({ number, body, isStream }) => (isStream ? [] : [[number, body.toString("latin1")] as const])),
  );
  const pages = [...small.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const contents = new Set(pages.map((body) => Number(/\/Contents (\d+) 0 R/.exec(body)?.[1])));
  const known = new Map<string, Widths | undefined>();
  // A name means the same typeface on every page.
  for (const [, name, number] of pages.flatMap((body) => [...body.matchAll(/\/(F\d+) (\d+) 0 R/g)])) {
    const face = /\/DescendantFonts \[(\d+) 0 R\]/.exec(small.get(Number(number)) ?? "")?.[1];
    if (!known.has(name!)) known.set(name!, widthsIn(small.get(Number(face)) ?? ""));
  }
  return objects.flatMap((object) => {
    if (!object.isStream) return [];
    const packed = contents.has(object.number) ? unpacked(object.body) : null;
    if (packed === null) return [object];
    const content = shortLines(packed.toString("latin1"));
    const whole = wholeWords(content, (name) => known.get(name));
    return [{ ...object, body: stream("", Buffer.from(whole, "latin1")) }];
  });
}

function packedTogether(objects: readonly Pick<PdfObject, "number" | "body">[]): Buffer {
  let offset = 0;
  const heads = objects.map(({ number, body }) => {
    const head = `${number} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const first = Buffer.from(`${heads.join(" ")}\n`);
  const bodies = objects.flatMap(({ body }) => [body, Buffer.from("\n")]);
  return stream(`/Type /ObjStm /N ${objects.length} /First ${first.length}`, Buffer.concat([first, ...bodies]));
}

function stream(dictionary: string, content: Buffer): Buffer {
  const packed = deflateSync(content, { level: 9, memLevel: 9 });
  const head = `<<${dictionary} /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from("\nendstream")]);
}

/** Every object by the file's own table, and what its trailer names; null where the form is another. */
function objectsOf(pdf: Buffer): { objects: PdfObject[]; trailer: string } | null {
  const text = pdf.toString("latin1");
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64))?.[1] ?? Number.NaN);
  const found = /^xref\s+0 (\d+)\s+([\s\S]*?)trailer\s*<<([\s\S]*?)>>\s*startxref/.exec(text.slice(start));
  if (Number.isNaN(start) || !found || /\/(Prev|Encrypt|XRefStm)\b/.test(found[3]!)) return null;
  const rows = [...found[2]!.matchAll(/(\d{10}) (\d{5}) ([nf])/g)];
  if (rows.length !== Number(found[1])) return null;
  const used = rows.flatMap(([, offset, generation, state], number) =>
    state === "n" ? [{ number, offset: Number(offset), isFirst: generation === "00000" }] : [],
  );
  const ends = [...used.map(({ offset }) => offset), start].sort((a, b) => a - b);
  const objects = used.map(({ number, offset, isFirst }): PdfObject | null => {
    const end = ends[ends.indexOf(offset) + 1]!;
    const head = `${number} 0 obj`;
    const tail = text.lastIndexOf("endobj", end);
    if (!isFirst || !text.startsWith(head, offset) || tail < offset) return null;
    const body = text.slice(offset + head.length, tail).trim();
    return { number, body: Buffer.from(body, "latin1"), isStream: body.endsWith("endstream") };
  });
  if (objects.length === 0 || !objects.every((one) => one !== null)) return null;
  return { objects, trailer: found[3]!.replace(/\/Size \d+/, "").trim() };
}
