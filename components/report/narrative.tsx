import { Markdown, Runs } from "@/components/report/prose/markdown";
import { itemsOf, paragraphsOf, type Item } from "@/lib/report/narrative/model";

/** A text of headings, paragraphs, lists, its headings from this level on; two or more paragraphs are set in columns on paper. */
export function Prose({ body, level = 3 }: { body: string; level?: number }) {
  const paragraphs = paragraphsOf(body);
  if (paragraphs.length === 0) return null;
  return (
    <div className={paragraphs.length > 1 ? "prose cols" : "prose"}>
      <Markdown body={body} level={level} />
    </div>
  );
}

/** A block's heading, where it has one, with its text below. `id`: of the heading, where something is named by it. */
export function Headed({ block: { title, body }, id }: { block: { title: string; body: string }; id?: string }) {
  return (
    <>
      {title ? (
        <h3 id={id}>
          <Runs text={title} />
        </h3>
      ) : null}
      <Prose body={body} level={title ? 4 : 3} />
    </>
  );
}

/** A plain list, an item a line. */
export function PlainList({ body }: { body: string }) {
  return (
    <ul className="pl">
      {itemsOf(body).map(({ figure, text }, index) => (
        <li key={index}>
          {figure === null ? null : (
            <b>
              <Runs text={figure} />{" "}
            </b>
          )}
          <Runs text={text} />
        </li>
      ))}
    </ul>
  );
}

/** Highlights: the figure large, its words below. */
export function Highlights({ title, items }: { title: string; items: Item[] }) {
  return (
    <section className="hls">
      {title ? <h3>{title}</h3> : null}
      <ul className="hl" data-count={Math.min(items.length, 5)}>
        {items.map(({ figure, text }, index) => (
          <li key={index}>
            {figure === null ? null : (
              <b>
                <Runs text={figure} />
              </b>
            )}
            <span>
              <Runs text={text} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
