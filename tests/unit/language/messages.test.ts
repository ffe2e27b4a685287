import { readdirSync } from "node:fs";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { locales } from "@/lib/language/model";
import { messages } from "@/lib/language/messages";
import type { NumberRefusal, SplitRefusal } from "@/lib/number/model";

type Texts = { [key: string]: string | Texts };

/** Every text by its dotted key. */
function flat(texts: Texts, prefix = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, text]): [string, string][] =>
    typeof text === "string" ? [[prefix + key, text]] : flat(text, `${prefix}${key}.`),
  );
}

type Placeholder = { name: string; isPrinted: boolean };

/** What a message is filled with: {name}, {count, plural, …}, and tags <strong>. An argument that only chooses a branch is not printed. */
function placeholders(message: string): Placeholder[] {
  const text = message.replace(/'[{}<][^']*'/g, "");
  const named = [...text.matchAll(/\{\s*(\w+)\s*(,\s*(?:plural|select|selectordinal)\b)?(?=\s*[,}])/g)]
    .filter(({ index }) => depthAt(text, index) % 2 === 0)
    .map(({ index, 1: name = "", 2: chooses }) => ({
      name: `{${name}}`,
      isPrinted: !chooses || bracesFrom(text, index).includes("#"),
    }));
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([, name]) => ({ name: `<${name}>`, isPrinted: true }));
  return [...named, ...tags];
}

/** How many braces are open: a brace at an odd depth opens a branch (`one {…}`), at an even depth a placeholder. */
function depthAt(text: string, position: number): number {
  return [...text.slice(0, position)].reduce((depth, sign) => depth + (sign === "{" ? 1 : sign === "}" ? -1 : 0), 0);
}

function bracesFrom(text: string, opening: number): string {
  const outside = depthAt(text, opening);
  const closing = [...text].findIndex((sign, at) => at > opening && sign === "}" && depthAt(text, at + 1) === outside);
  return text.slice(opening, closing + 1);
}

function printed(message: string): string[] {
  return [
    ...new Set(
      placeholders(message)
        .filter(({ isPrinted }) => isPrinted)
        .map(({ name }) => name),
    ),
  ].sort();
}

const rooms = Object.keys(messages.da) as (keyof typeof messages.da)[];

describe("both languages say the same", () => {
  test("every file of messages is loaded, and every loaded room has a file", () => {
    for (const locale of locales) {
      const files = readdirSync(new URL(`../../../lib/language/messages/${locale}/`, import.meta.url)).sort();
      expect(
        Object.keys(messages[locale])
          .map((room) => `${room}.json`)
          .sort(),
      ).toEqual(files);
    }
  });

  test.each(rooms)("%s: same keys, same placeholders, no text empty", (room) => {
    const [danish, english] = [new Map(flat(messages.da[room])), new Map(flat(messages.en[room]))];
    expect([...english.keys()].sort()).toEqual([...danish.keys()].sort());
    const filled = (texts: Map<string, string>) =>
      Object.fromEntries([...texts].map(([key, text]) => [key, printed(text)]));
    expect(filled(english)).toEqual(filled(danish));
    for (const [key, text] of [...danish, ...english]) expect(text.trim(), key).not.toBe("");
  });

  test.each(locales)("%s: every message is well formed and can be filled", (locale) => {
    const t = createTranslator({
      locale,
      messages: messages[locale] as Texts,
      onError: (error) => {
        throw error;
      },
    });
    const fill = t.markup as (key: string, values: object) => string;
    for (const room of rooms) {
      for (const [key, text] of flat(messages[locale][room])) {
        const values = placeholders(text).map(({ name }) => [
          name.slice(1, -1),
          name.startsWith("<") ? (chunks: unknown) => String(chunks) : 2,
        ]);
        expect(() => fill(`${room}.${key}`, Object.fromEntries(values)), `${room}.${key}`).not.toThrow();
      }
    }
  });

  test("the reading of placeholders itself", () => {
    expect(printed("{count, plural, one {et tal} other {# tal i {place}}} for <b>{year}</b>")).toEqual([
      "<b>",
      "{count}",
      "{place}",
      "{year}",
    ]);
    expect(printed("{count, plural, one {estimate} other {estimates}} of {year, number}")).toEqual(["{year}"]);
    expect(placeholders("{kind, select, a {one} other {two}}")).toEqual([{ name: "{kind}", isPrinted: false }]);
  });
});

test("every refusal of a number or a split has its message, and no other", () => {
  const numbers: Record<NumberRefusal, true> = {
    notANumber: true,
    otherDigits: true,
    exponent: true,
    percentSign: true,
    unitOfMeasure: true,
    otherNotation: true,
    ambiguous: true,
    misplacedSeparator: true,
    leadingZero: true,
    tooLarge: true,
    tooPrecise: true,
  };
  const splits: Record<SplitRefusal, true> = { notASplit: true, splitSum: true };
  for (const locale of locales) {
    expect(Object.keys(messages[locale].number.refusal).sort()).toEqual(Object.keys(numbers).sort());
    expect(Object.keys(messages[locale].number.split).sort()).toEqual(Object.keys(splits).sort());
  }
});
