import localFont from "next/font/local";

/*
 * IBM Plex comes split: Latin1 holds every letter of Danish and English, Pi the signs it lacks (₂ ≥ ≤ →). A page
 * fetches Pi only when it prints one of them, which is why its range is spelled out (the package's own list omits ₂).
 * All files of a typeface share one family name; only the two faces every page opens with are preloaded, and lend
 * their measurements to the fallback, so that nothing moves when they arrive. The arguments are literals because the
 * compiler reads them.
 */

const sans = localFont({
  variable: "--plex-sans",
  preload: true,
  adjustFontFallback: "Arial",
  src: [{ path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Regular-Latin1.woff2", weight: "400" }],
  declarations: [{ prop: "font-family", value: "Plex Sans" }],
});

const sansHeavier = localFont({
  variable: "--plex-sans-heavier",
  preload: false,
  adjustFontFallback: false,
  src: [
    { path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Medium-Latin1.woff2", weight: "500" },
    { path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-SemiBold-Latin1.woff2", weight: "600" },
  ],
  declarations: [{ prop: "font-family", value: "Plex Sans" }],
});

const sansSigns = localFont({
  variable: "--plex-sans-signs",
  preload: false,
  adjustFontFallback: false,
  src: [
    { path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Regular-Pi.woff2", weight: "400" },
    { path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-Medium-Pi.woff2", weight: "500" },
    { path: "../node_modules/@ibm/plex-sans/fonts/split/woff2/IBMPlexSans-SemiBold-Pi.woff2", weight: "600" },
  ],
  declarations: [
    { prop: "font-family", value: "Plex Sans" },
    {
      prop: "unicode-range",
      value:
        "U+2070, U+2075-2079, U+2080-2089, U+2113, U+2116, U+2126, U+2150-215E, U+2190-2199, U+2206, U+2211, U+221A, U+221E, U+2248, U+2260, U+2264-2265, U+2713",
    },
  ],
});

const serif = localFont({
  variable: "--plex-serif",
  preload: true,
  adjustFontFallback: "Times New Roman",
  src: [{ path: "../node_modules/@ibm/plex-serif/fonts/split/woff2/IBMPlexSerif-Regular-Latin1.woff2", weight: "400" }],
  declarations: [{ prop: "font-family", value: "Plex Serif" }],
});

const serifHeavier = localFont({
  variable: "--plex-serif-heavier",
  preload: false,
  adjustFontFallback: false,
  src: [{ path: "../node_modules/@ibm/plex-serif/fonts/split/woff2/IBMPlexSerif-Medium-Latin1.woff2", weight: "500" }],
  declarations: [{ prop: "font-family", value: "Plex Serif" }],
});

const serifSigns = localFont({
  variable: "--plex-serif-signs",
  preload: false,
  adjustFontFallback: false,
  src: [
    { path: "../node_modules/@ibm/plex-serif/fonts/split/woff2/IBMPlexSerif-Regular-Pi.woff2", weight: "400" },
    { path: "../node_modules/@ibm/plex-serif/fonts/split/woff2/IBMPlexSerif-Medium-Pi.woff2", weight: "500" },
  ],
  declarations: [
    { prop: "font-family", value: "Plex Serif" },
    {
      prop: "unicode-range",
      value:
        "U+2070, U+2075-2079, U+2080-2089, U+2113, U+2116, U+2126, U+2150-215E, U+2190-2199, U+2206, U+2211, U+221A, U+221E, U+2248, U+2260, U+2264-2265, U+2713",
    },
  ],
});

/** Classes of the document element that make the typefaces known to the style sheet as --plex-sans and --plex-serif. */
export const typefaces = [sans, sansHeavier, sansSigns, serif, serifHeavier, serifSigns]
  .map((face) => face.variable)
  .join(" ");
