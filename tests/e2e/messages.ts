/** Every text of the interface, as it lies in the files: what may stand on a page, and what must not stand on the other language's. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { Locale } from "../../lib/language/model";

const folder = "lib/language/messages";

/** Rooms that have texts: "entry", the first part of every key. */
export const rooms = readdirSync(join(folder, "da")).map((file) => basename(file, ".json"));

/** Every text of a language by its key: "entry.overview.title". */
export function textsOf(locale: Locale): Map<string, string> {
  const read = (room: string): unknown => JSON.parse(readFileSync(join(folder, locale, `${room}.json`), "utf8"));
  return new Map(rooms.flatMap((room) => flat(read(room), room)));
}

function flat(node: unknown, key: string): [string, string][] {
  if (typeof node === "string") return [[key, node]];
  return Object.entries(node as object).flatMap(([name, below]) => flat(below, `${key}.${name}`));
}
