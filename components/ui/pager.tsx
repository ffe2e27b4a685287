import { Link } from "./link";
import { addressWith, pageLinks, type Paged } from "@/lib/paging/model";

type Props = {
  paged: Paged;
  /** The list's address without its page, and what narrows it. */
  path: string;
  narrowed: Record<string, string | number | null>;
  words: { label: string; shown: string; page: (page: number) => string; before: string; after: string };
};

/** The way through a long list: which lines are shown, and its other pages. Nothing while one page holds all. */
export function Pager({ paged, path, narrowed, words }: Props) {
  const { page, pages } = paged;
  if (pages === 1) return null;
  const href = (to: number) => addressWith(path, { ...narrowed, page: to });
  return (
    <nav className="pager" aria-label={words.label}>
      <p>{words.shown}</p>
      <ol>
        {page > 1 ? (
          <li>
            <Link href={href(page - 1)} rel="prev">
              {words.before}
            </Link>
          </li>
        ) : null}
        {pageLinks(paged).map((one, at) =>
          one === null ? (
            <li key={`gap-${at}`} aria-hidden="true">
              …
            </li>
          ) : (
            <li key={one}>
              <Link href={href(one)} aria-label={words.page(one)} aria-current={one === page ? "page" : undefined}>
                {one}
              </Link>
            </li>
          ),
        )}
        {page < pages ? (
          <li>
            <Link href={href(page + 1)} rel="next">
              {words.after}
            </Link>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
