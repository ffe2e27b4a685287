/** One page of a long list: which of how many, and which lines of all it shows (`first` counts from 0). */
export type Paged = { page: number; pages: number; count: number; first: number; size: number };

/** The page of a list of so many lines that was asked for, or the nearest there is. */
export function pageOf(count: number, asked: number, size: number): Paged {
  const pages = Math.max(1, Math.ceil(count / size));
  const page = Math.min(Math.max(1, asked), pages);
  return { page, pages, count, first: (page - 1) * size, size };
}

/** The lines of a page. */
export function linesOf<Line>(lines: readonly Line[], { first, size }: Paged): Line[] {
  return lines.slice(first, first + size);
}

/** Pages worth a link of their own: the ends, and those around the one that is shown; null where some are left out. */
export function pageLinks({ page, pages }: Paged): (number | null)[] {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((one) => one >= 1 && one <= pages);
  shown.sort((a, b) => a - b);
  return shown.flatMap((one, at) => (at > 0 && one - shown[at - 1]! > 1 ? [null, one] : [one]));
}

/** An address with what narrows a list, and its page; what does not narrow and the first page go unsaid. */
export function addressWith(path: string, narrowed: Record<string, string | number | null>): string {
  const said = Object.entries(narrowed).flatMap(([name, value]) =>
    value === null || value === "" || (name === "page" && value === 1) ? [] : [[name, String(value)]],
  );
  return said.length === 0 ? path : `${path}?${new URLSearchParams(said).toString()}`;
}
