import { itemsOf, paragraphsOf, runsOf, type Item } from "@/lib/report/narrative/model";

/** Paragraphs of a text; two or more are set in columns on paper. */
export function Prose({ body }: { body: string }) {
  const paragraphs = paragraphsOf(body);
  if (paragraphs.length === 0) return null;
  return (
    <div className={paragraphs.length > 1 ? "prose cols" : "prose"}>
      {paragraphs.map((paragraph, index) => (
        <p key={index}>
          <Runs text={paragraph} />
        </p>
      ))}
    </div>
  );
}

/** A text with its **bold** pieces, and references without a figure marked. Nothing else in it is markup, whatever it looks like. */
export function Runs({ text }: { text: string }) {
  return runsOf(text).map(({ text: words, kind }, index) => {
    if (kind === "bold") return <strong key={index}>{words}</strong>;
    return kind === "unbound" ? (
      <mark key={index} className="unbound" lang="zxx">
        {words}
      </mark>
    ) : (
      words
    );
  });
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
