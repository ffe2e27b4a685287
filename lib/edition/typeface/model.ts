/**
 * The faces an edition carries. The heavier sans stands for both of its weights and the regular serif for all: what a
 * reader would otherwise fetch twice as much for. Signs such as ₂ and ≥ come from one file, whatever the face.
 */
export const faces = [
  { family: "Plex Sans", weight: "400", of: "sans", file: "IBMPlexSans-Regular-Latin1" },
  { family: "Plex Sans", weight: "500 700", of: "sans", file: "IBMPlexSans-SemiBold-Latin1" },
  { family: "Plex Serif", weight: "400 700", of: "serif", file: "IBMPlexSerif-Regular-Latin1" },
  { family: "Plex Signs", weight: "400 700", of: "sans", file: "IBMPlexSans-Regular-Pi" },
] as const;

type Face = { family: string; weight: string };

/** One face as a style rule. Words are there before it is, in a face that takes up the same room. */
export function faceRule({ family, weight }: Face, address: string): string {
  return `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;src:url(${address}) format("woff2")}`;
}

/**
 * The lists of typefaces the report's style asks for, with the signs after the letters; and what stands in until they
 * are there: faces every computer has, stretched to Plex's measure (as Next.js computes it for app/fonts.ts; the bold one
 * by the widths of the demo's texts), so that lines break alike and nothing moves.
 */
export const typefaceLists = [
  `@font-face{font-family:"Like Plex Sans";src:local("Arial"),local("Liberation Sans"),local("Helvetica");ascent-override:101.35%;descent-override:27.19%;line-gap-override:0%;size-adjust:101.13%}`,
  `@font-face{font-family:"Like Plex Sans";font-weight:500 700;src:local("Arial Bold"),local("Liberation Sans Bold"),local("Helvetica Bold");ascent-override:105.13%;descent-override:28.2%;line-gap-override:0%;size-adjust:97.5%}`,
  `@font-face{font-family:"Like Plex Serif";src:local("Times New Roman"),local("Liberation Serif"),local("Times");ascent-override:88%;descent-override:23.61%;line-gap-override:0%;size-adjust:116.47%}`,
  `:root{--sans:"Plex Sans","Plex Signs","Like Plex Sans",system-ui,sans-serif;--serif:"Plex Serif","Plex Signs","Like Plex Serif",Georgia,serif}`,
].join("\n");

/** How a face's file is called in an edition's folder; another file has another name, so that it may be kept for ever. */
export function typefaceName({ family, weight }: Face, digest: string): string {
  return `typeface-${`${family} ${weight}`.toLowerCase().replaceAll(" ", "-")}-${digest.slice(0, 8)}.woff2`;
}

/** Whether a file of an edition is a typeface. */
export function isTypeface(path: string): boolean {
  return /^typeface-[a-z0-9-]+\.woff2$/.test(path);
}
