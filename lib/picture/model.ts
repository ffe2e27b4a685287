/** Largest picture taken, bytes. */
export const mostBytes = 10_000_000;

/** Most pixels unpacked: what a file says of itself is held against this before anything is. */
export const mostPixels = 50_000_000;

/** Narrowest picture taken: a narrower one is coarse on paper. */
export const leastWidth = 600;

/** Kinds of pictures taken, by what their content says. */
export const pictureKinds: readonly string[] = ["jpg", "png", "webp"];

/** Longest alternative text and credit. */
export const longestAlt = 500;

/** Widths a picture is kept in, as far as it is wide enough. */
const offered = [640, 1280, 1920] as const;

/** Why a picture is not taken. */
export type PictureRefusal = "missing" | "tooBig" | "wrongKind" | "broken" | "tooManyPixels" | "tooNarrow";

/** A picture as a page shows it, in one language. */
export type PictureView = {
  id: string;
  /** What it shows; empty: nobody has written it yet. */
  alt: string;
  credit: string;
  /** Where its sizes lie; the width and ".jpg" follow. */
  base: string;
  /** Pixels of each size, ascending. */
  sizes: { width: number; height: number }[];
};

/** The widths a picture of this width is kept in, ascending; never wider than it is. */
export function widthsOf(width: number): number[] {
  const widest = Math.min(width, offered.at(-1)!);
  return [...offered.filter((one) => one < widest), widest];
}

/** What is wrong with the pixels a file says it has; null: nothing. Turned or not, its width is the shown one. */
export function pixelFault(width: number, height: number): PictureRefusal | null {
  if (width * height > mostPixels) return "tooManyPixels";
  return width < leastWidth ? "tooNarrow" : null;
}

/** The address of a size of a picture. */
export function addressOf({ base }: Pick<PictureView, "base">, width: number): string {
  return `${base}/${width}.jpg`;
}

/** Where an organisation's picture lies. */
export function baseOf(slug: string, id: string): string {
  return `/${slug}/reports/pictures/${id}`;
}

/** The sizes for a browser to choose from. */
export function sourceSet(picture: PictureView): string {
  return picture.sizes.map(({ width }) => `${addressOf(picture, width)} ${width}w`).join(", ");
}

/** The width in a file's name ("1280.jpg"); null when it is none. */
export function widthIn(file: string): number | null {
  const [, digits] = /^([1-9]\d{0,4})\.jpg$/.exec(file) ?? [];
  return digits === undefined ? null : Number(digits);
}
