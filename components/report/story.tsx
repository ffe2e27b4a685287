import { Headed } from "@/components/report/narrative";
import { Caption, Picture, pictureOf } from "@/components/report/picture-figure";
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
        <Headed block={block} />
      </div>
    </section>
  );
}
