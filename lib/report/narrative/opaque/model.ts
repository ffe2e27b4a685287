/**
 * A bound number is a word of the text, whatever signs it has: "86" before a full stop begins no list, ">70" no
 * quotation, "*" no emphasis. So it passes through Markdown sign by sign in a private plane of Unicode, where nothing
 * means anything, and is turned back once the text has its structure.
 */
const plane = 0xf0000;
const [first, last] = [String.fromCodePoint(plane), String.fromCodePoint(plane + 0xffff)];
const [begin, end] = ["\u2E28", "\u2E29"];
const words = new RegExp(`${begin}[${first}-${last}]+${end}`, "gu");

/** The text as a word Markdown sees nothing in. */
export function opaque(text: string): string {
  let word = begin;
  for (let at = 0; at < text.length; at++) word += String.fromCodePoint(plane + text.charCodeAt(at));
  return word + end;
}

/** A text with its opaque words as they are read. */
export function spoken(text: string): string {
  return text.replace(words, (word) =>
    String.fromCharCode(...Array.from(word.slice(1, -1), (sign) => sign.codePointAt(0)! - plane)),
  );
}
