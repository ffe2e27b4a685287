import type { Locale } from "@/lib/language/model";
import type { FrozenText } from "../../texts/model";
import { aligned, sharedWords } from "../alignment/model";

const parts = ["title", "body", "drawn", "picture", "alt", "credit"] as const;

/** Which text of a place it is. */
export type TextPart = (typeof parts)[number];

/** A text in both languages. */
type Words = { da: string; en: string };

/** Where a text stands, to be said to a reader. */
export type TextPlace = {
  /** As it is called in the edition's file. */
  name: string;
  /** null: the report's own, or a place of another form. */
  part: TextPart | null;
  /** Heading of its section; null outside one. */
  section: Words | null;
  /** Kind of its block; null: the section's own. */
  kind: string | null;
  /** Heading of its block. */
  heading: Words | null;
};

/** A text that is not the same, in this language (null: in both alike); an empty one is not there. */
export type TextDifference = { place: TextPlace; locale: Locale | null; before: string; after: string };

/** Whether what stands there is a picture, by its id. */
export function isPicture({ name, part }: TextPlace): boolean {
  return part === "picture" || name === "cover picture";
}

type Block = { kind: string; texts: Map<TextPart, FrozenText> };
type Section = { code: string; title: FrozenText | null; blocks: Block[] };
type Read = { own: Map<string, FrozenText>; sections: Map<string, Section> };

const blockPlace = new RegExp(`^(\\S+)/(\\d+) (\\S+) (${parts.join("|")})$`);
const nothing: Words = { da: "", en: "" };

/** Every text that differs, in the order of the later edition; blocks are held against those they are most alike, whatever stands before them. */
export function textDifferences(before: FrozenText[], after: FrozenText[]): TextDifference[] {
  const [was, is] = [read(before), read(after)];
  const own = [...new Set([...is.own.keys(), ...was.own.keys()])].flatMap((name) =>
    between({ name, part: null, section: null, kind: null, heading: null }, was.own.get(name), is.own.get(name)),
  );
  const codes = [...new Set([...is.sections.keys(), ...was.sections.keys()])];
  return [...own, ...codes.flatMap((code) => inSection(was.sections.get(code), is.sections.get(code)))];
}

function inSection(was: Section | undefined, is: Section | undefined): TextDifference[] {
  const section = is?.title ?? was?.title ?? { place: `${(is ?? was)!.code} title`, ...nothing };
  const place = { name: section.place, part: "title", section, kind: null, heading: null } as const;
  return [
    ...between(place, was?.title ?? undefined, is?.title ?? undefined),
    ...aligned(was?.blocks ?? [], is?.blocks ?? [], likeness).flatMap(([old, now]) =>
      parts.flatMap((part) => {
        const [text, earlier] = [now?.texts.get(part), old?.texts.get(part)];
        const { kind } = (now ?? old)!;
        const heading = now?.texts.get("title") ?? old?.texts.get("title") ?? null;
        const name = (text ?? earlier)?.place ?? "";
        return between({ name, part, section, kind, heading }, earlier, text);
      }),
    ),
  ];
}

function between(place: TextPlace, was: Words = nothing, is: Words = nothing): TextDifference[] {
  const isNeutral = was.da === was.en && is.da === is.en;
  if (isNeutral) return was.da === is.da ? [] : [{ place, locale: null, before: was.da, after: is.da }];
  return (["da", "en"] as const).flatMap((locale) =>
    was[locale] === is[locale] ? [] : [{ place, locale, before: was[locale], after: is[locale] }],
  );
}

/** Blocks of one kind are the same block rather than one gone and one come, the more so the more of it is the same. */
function likeness(was: Block, is: Block): number {
  if (was.kind !== is.kind) return 0;
  const [before, after] = [wordsOf(was), wordsOf(is)];
  return before === after ? 2 : 0.05 + sharedWords(before, after);
}

/** Everything a block says, each of its texts on lines of its own. */
function wordsOf({ texts }: Block): string {
  return parts.map((part) => `${texts.get(part)?.da ?? ""}\n${texts.get(part)?.en ?? ""}`).join("\n");
}

/** An edition's texts by section and block, in the order of the report. */
function read(texts: FrozenText[]): Read {
  const [own, sections, blocks] = [new Map<string, FrozenText>(), new Map<string, Section>(), new Map<string, Block>()];
  const sectionOf = (code: string) => {
    const section = sections.get(code) ?? { code, title: null, blocks: [] };
    sections.set(code, section);
    return section;
  };
  for (const text of texts) {
    const [, code, at, kind, part] = blockPlace.exec(text.place) ?? [];
    const [, titled] = /^(\S+) title$/.exec(text.place) ?? [];
    if (titled !== undefined) sectionOf(titled).title = text;
    else if (code === undefined) own.set(text.place, text);
    else {
      const block = blocks.get(`${code}/${at}`) ?? { kind: kind!, texts: new Map<TextPart, FrozenText>() };
      if (block.texts.size === 0) sectionOf(code).blocks.push(block);
      blocks.set(`${code}/${at}`, block);
      block.texts.set(part as TextPart, text);
    }
  }
  return { own, sections };
}
