/** A size of a picture that an edition carries with it. */
export type CarriedSize = { id: string; width: number };

/** How a size of a picture is called in an edition's folder, beside the languages. */
export function carriedName({ id, width }: CarriedSize): string {
  return `picture-${id}-${width}.jpg`;
}

/** Whether a file of an edition is a picture: its name tells what it holds for ever. */
export function isCarried(path: string): boolean {
  return /^picture-[0-9a-f-]{36}-\d+\.jpg$/.test(path);
}

/** A page of an edition, which lies one folder down, with its pictures' addresses leading into the folder, and the sizes it names. */
export function carriedPictures(html: string, slug: string): { html: string; sizes: CarriedSize[] } {
  const sizes = new Map<string, CarriedSize>();
  const address = new RegExp(`/${slug}/reports/pictures/([0-9a-f-]{36})/(\\d{1,5})\\.jpg`, "g");
  const led = html.replace(address, (_, id: string, width: string) => {
    const size = { id, width: Number(width) };
    sizes.set(carriedName(size), size);
    return `../${carriedName(size)}`;
  });
  return { html: led, sizes: [...sizes.values()] };
}
