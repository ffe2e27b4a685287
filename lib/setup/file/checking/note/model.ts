type Path = (string | number)[];

/** Notes a problem at a place of the file. */
export type Note = (path: Path, code: string, values?: Record<string, string>) => void;

/** Items said twice in a list. */
export function noteTwice(items: string[], path: (at: number) => Path, note: Note): void {
  const seen = new Set<string>();
  items.forEach((item, at) => {
    if (seen.has(item)) note(path(at), "twice", { code: item });
    seen.add(item);
  });
}
