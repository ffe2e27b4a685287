import { Prose } from "@/components/report/narrative";
import { Runs } from "@/components/report/prose/markdown";
import type { BlockOf } from "@/lib/report/model";

/** A story of its own: its heading, its words, beside its picture where it has one. */
export function Story({ block }: { block: BlockOf<"story"> }) {
  return (
    <section className="story">
      <div className="sw">
        {block.title ? (
          <h3>
            <Runs text={block.title} />
          </h3>
        ) : null}
        <Prose body={block.body} level={block.title ? 4 : 3} />
      </div>
    </section>
  );
}
