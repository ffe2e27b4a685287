import { Headed } from "@/components/report/narrative";
import { Markdown, Runs } from "@/components/report/prose/markdown";
import type { Locale } from "@/lib/language/model";
import type { BlockOf } from "@/lib/report/model";
import { filled, reportWords } from "@/lib/report/notation/model";

/** Words of somebody, set large; the heading says whose. */
export function PullQuote({ block }: { block: BlockOf<"quote"> }) {
  return (
    <figure className="pull">
      <blockquote>
        <Markdown body={block.body} level={4} />
      </blockquote>
      {block.title ? (
        <figcaption>
          <Runs text={block.title} />
        </figcaption>
      ) : null}
    </figure>
  );
}

/** What the reader must not miss, set apart from the running text. */
export function Callout({ block }: { block: BlockOf<"callout"> }) {
  return (
    <aside className="call" aria-labelledby={block.title ? `block-${block.id}` : undefined}>
      <Headed block={block} id={`block-${block.id}`} />
    </aside>
  );
}

/** A policy: its name, what it says, since when, and where it can be read. */
export function Policy({ block, locale }: { block: BlockOf<"policy">; locale: Locale }) {
  const { policy: words } = reportWords(locale).report;
  const { since, address } = block.settings;
  return (
    <section className="pol">
      <Headed block={block} />
      {since !== null || address !== "" ? (
        <p className="pm">
          {since === null ? null : <span>{filled(words.since, { year: since })}</span>}
          {address === "" ? null : (
            <a href={address} rel="noopener">
              {address.replace(/^https:\/\//, "").replace(/\/$/, "")}
            </a>
          )}
        </p>
      ) : null}
    </section>
  );
}
