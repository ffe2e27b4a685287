/** Largest logo kept, bytes: it travels within every report. */
export const LARGEST_LOGO = 300_000;

/** Kinds of pictures a logo can be, by what their content says; drawings as text (SVG) can hold scripts and are none. */
export const logoKinds: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
};
