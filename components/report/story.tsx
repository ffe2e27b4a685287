import { Prose } from "@/components/report/narrative";
import { Caption, Picture, pictureOf } from "@/components/report/picture-figure";
import { Runs } from "@/components/report/prose/markdown";
import type { BlockOf, Report } from "@/lib/report/model";

/** A story of its own: its heading, its words, beside its picture where it has one. */
export function Story({ block, of }: { block: BlockOf<"story">; of: Report }) {
  const picture = pictureOf(of, block.settings.pictureId);
  return (
    <section className={picture ? "story shown" : "story"}>
      {picture ? (
        <figure className="pic">
          <Picture picture={picture} place="half" />
          <Caption title="" text="" credit={picture.credit} />
        </figure>
      ) : null}
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
