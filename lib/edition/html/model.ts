import { typefaceLists } from "../typeface/model.ts";
import { shortHtml, shortStyle } from "./short/model.ts";

/** What a browser drew of a report, and the rules it is drawn by. */
export type Captured = { title: string; body: string; style: string };

/**
 * A page that needs no script, no server and no network: everything it shows is in it or lies beside it, and its own
 * policy lets nothing else in. `faces`: its typefaces as style rules. They come last: a slow processor paints the words
 * in the faces that stand in before it asks for a typeface, and asking takes it as long as laying out a screen.
 */
export function standaloneHtml({ title, body, style }: Captured, locale: string, faces = ""): string {
  return [
    "<!doctype html>",
    `<html lang="${locale}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; font-src 'self' file: data:">`,
    `<title>${escaped(title)}</title>`,
    // After the page's own rules, whose lists of typefaces they take the place of.
    `<style>${shortStyle([style, typefaceLists].join("\n")).replaceAll("</", "<\\/")}</style>`,
    "</head>",
    `<body class="edition">${shortHtml(body)}${faces === "" ? "" : `<style>${shortStyle(faces)}</style>`}</body>`,
    "</html>",
    "",
  ].join("\n");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
