import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { bareFace } from "@/lib/chromium/packing/face/model";

/** A typeface of the package as TrueType: WOFF is its tables, each compressed. */
function trueType(path: string): Buffer {
  const woff = readFileSync(path);
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, at) => {
    const entry = 44 + at * 20;
    const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    return { name: woff.toString("latin1", entry, entry + 4), bytes: packed < length ? inflateSync(bytes) : bytes };
  });
  const head = Buffer.alloc(12 + tables.length * 16);
  head.writeUInt32BE(0x10000, 0);
  head.writeUInt16BE(tables.length, 4);
  let start = head.length;
  tables.forEach(({ name, bytes }, at) => {
    head.write(name, 12 + at * 16, "latin1");
    head.writeUInt32BE(start, 20 + at * 16);
    head.writeUInt32BE(bytes.length, 24 + at * 16);
    start += bytes.length;
  });
  return Buffer.concat([head, ...tables.map(({ bytes }) => bytes)]);
}

function tablesOf(face: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({ length: face.readUInt16BE(4) }, (_, at) => {
      const start = face.readUInt32BE(20 + at * 16);
      const name = face.toString("latin1", 12 + at * 16, 16 + at * 16);
      return [name, face.subarray(start, start + face.readUInt32BE(24 + at * 16))] as const;
    }),
  );
}

/** The outline of each sign as it is drawn: its contours and points, without hints. */
function outlines(face: Buffer): string[] {
  const tables = tablesOf(face);
  const [loca, glyf] = [tables.get("loca")!, tables.get("glyf")!];
  const isShort = tables.get("head")!.readInt16BE(50) === 0;
  const place = (sign: number) => (isShort ? loca.readUInt16BE(sign * 2) * 2 : loca.readUInt32BE(sign * 4));
  return Array.from({ length: tables.get("maxp")!.readUInt16BE(4) }, (_, sign) => {
    const outline = glyf.subarray(place(sign), place(sign + 1));
    if (outline.length === 0) return "";
    const contours = outline.readInt16BE(0);
    // Of one made of others: which one comes first, and where.
    if (contours < 0) return `${outline.subarray(0, 10).toString("hex")} ${outline.readUInt16BE(12)}`;
    const at = 10 + contours * 2;
    const points = outline.subarray(at + 2 + outline.readUInt16BE(at));
    return `${outline.subarray(0, at).toString("hex")} ${points.toString("hex").replace(/0+$/, "")}`;
  });
}

it.each([
  "plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff",
  "plex-serif/fonts/complete/woff/IBMPlexSerif-Regular.woff",
])("every sign of %s keeps its outline and width, and the typeface weighs a fraction", (file) => {
  const whole = trueType(`node_modules/@ibm/${file}`);
  const bare = bareFace(whole)!;
  expect(outlines(bare)).toEqual(outlines(whole));
  const [before, after] = [tablesOf(whole), tablesOf(bare)];
  expect([...after.keys()]).toEqual(["glyf", "head", "hhea", "hmtx", "loca", "maxp"]);
  for (const name of ["head", "hhea", "hmtx"]) expect(after.get(name)).toEqual(before.get(name));
  expect(bare.length).toBeLessThan(whole.length / 2);
});

it("what is no TrueType typeface stays as it is", () => {
  expect(bareFace(Buffer.from("OTTO and something else"))).toBeNull();
  expect(bareFace(Buffer.alloc(0))).toBeNull();
});
