import { Runs } from "@/components/report/prose/markdown";
import { addressOf, sourceSet, type PictureView } from "@/lib/picture/model";
import type { BlockOf, Report } from "@/lib/report/model";

/** How wide a picture stands: in the whole column, in a part of it, or across the cover. */
export type PicturePlace = "full" | "column" | "half" | "cover";

const shownAt: Record<PicturePlace, string> = {
  full: "(max-width: 1056px) 100vw, 1016px",
  column: "(max-width: 760px) 100vw, 680px",
  half: "(max-width: 820px) 100vw, 440px",
  cover: "(max-width: 1056px) 100vw, 1016px",
};

/** A picture in the size its place asks for, its room reserved; paper takes the largest. */
export function Picture({ picture, place }: { picture: PictureView; place: PicturePlace }) {
  const { width, height } = picture.sizes.at(-1) ?? { width: 1, height: 1 };
  return (
    <picture>
      <source media="print" srcSet={addressOf(picture, width)} />
      <img
        src={addressOf(picture, picture.sizes.find((size) => size.width >= 1280)?.width ?? width)}
        srcSet={sourceSet(picture)}
        sizes={shownAt[place]}
        width={width}
        height={height}
        alt={picture.alt}
        loading={place === "cover" ? "eager" : "lazy"}
        decoding="async"
      />
    </picture>
  );
}

/** A picture block: the picture, its caption, and who made it. */
export function PictureFigure({ block, of }: { block: BlockOf<"picture">; of: Report }) {
  const picture = pictureOf(of, block.settings.pictureId);
  if (!picture) return null;
  return (
    <figure className={`pic ${block.settings.width}`}>
      <Picture picture={picture} place={block.settings.width} />
      <Caption title={block.title} text={block.body} credit={picture.credit} />
    </figure>
  );
}

/** What stands below a picture; nothing where there is nothing to say. */
export function Caption({ title, text, credit }: { title: string; text: string; credit: string }) {
  if (title + text + credit === "") return null;
  return (
    <figcaption>
      {title ? (
        <b>
          <Runs text={title} />{" "}
        </b>
      ) : null}
      {text ? <Runs text={text} /> : null} {credit ? <span className="credit">{credit}</span> : null}
    </figcaption>
  );
}

/** The picture of that id in a report; null without one. */
export function pictureOf(report: Report, id: string | null): PictureView | null {
  return (id !== null && report.pictures?.[id]) || null;
}
