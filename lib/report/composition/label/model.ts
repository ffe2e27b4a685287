import type { Locale } from "@/lib/language/model";
import { piecesOf } from "@/lib/report/reference/model";

type Words = { titleDa: string; titleEn: string; bodyDa: string; bodyEn: string };

/** As much of a block's words as tells it from the others in a list. */
const LONGEST = 60;

/** What a block is called in a list: its heading, else its first words, in the language asked for or the other; empty without words. */
export function labelOf({ titleDa, titleEn, bodyDa, bodyEn }: Words, locale: Locale): string {
  const inOrder = locale === "da" ? [titleDa, titleEn, bodyDa, bodyEn] : [titleEn, titleDa, bodyEn, bodyDa];
  const said = inOrder.map(plain).find((text) => text !== "") ?? "";
  if (said.length <= LONGEST) return said;
  return `${said.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
}

/** The first line without marks of emphasis, headings or lists, and with … for bound numbers. */
function plain(text: string): string {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  return piecesOf(first)
    .map((piece) => ("text" in piece ? piece.text : "…"))
    .join("")
    .replace(/^[#>\s*+-]+\s/, "")
    .replaceAll(/\*\*|__|\\(?=\W)/g, "")
    .trim();
}
