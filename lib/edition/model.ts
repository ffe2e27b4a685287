import { createHash } from "node:crypto";

/** How far a report has come: being written; called ready, and unchanged since; out in an edition, and unchanged since. */
export type ReportState = "draft" | "ready" | "published";

/**
 * The state of a report: `digest` is of its texts and figures as they are now. Whatever changes them makes a report
 * that was ready a draft again; an edition that is out stays as it is, and the next one begins as a draft.
 */
export function stateOf(digest: string, readyDigest: string, publishedDigest: string | null): ReportState {
  if (publishedDigest === digest) return "published";
  return readyDigest === digest ? "ready" : "draft";
}

/** SHA-256 in hexadecimal: what a manifest says of a file. */
export function sha256(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** A file of an edition. */
export type EditionFile = { path: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> };

/** Names of the files every edition has beside those of each language. */
export const FIGURES = "figures.json";
/** The texts in both languages, with every bound number as it was. */
export const TEXTS = "texts.json";
/** What drawings show beyond those figures: drivers of a change, org units; only where a report has such drawings. */
export const DRAWN = "drawings.json";
/** Media type of its single drawings. */
export const SVG = "image/svg+xml";
/** What the folder holds. */
export const MANIFEST = "manifest.json";

/** A digest as people compare it: in groups of eight. */
export function spaced(digest: string): string {
  return digest.match(/.{1,8}/g)?.join(" ") ?? "";
}

/** Plain data as the bytes of a file: the same data always makes the same bytes. */
export function jsonBytes(data: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${JSON.stringify(data)}\n`);
}

/** The number of an edition in an address; null when it is none. */
export function editionNumber(text: string): number | null {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
