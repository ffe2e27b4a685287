import { expect, test } from "vitest";
import type { Draft } from "@/lib/report/check/model";
import { picturesLacking, shownPictures } from "@/lib/report/check/picture/model";
import type { Block } from "@/lib/report/model";

const id = "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11";
const block = (kind: "picture" | "story" | "text", pictureId: string | null): Block =>
  ({ id: `${kind} ${pictureId}`, kind, title: "", body: "", settings: kind === "text" ? {} : { pictureId } }) as Block;
const lacks = (blocks: Block[], words: { altDa: string; altEn: string }) =>
  picturesLacking({
    pictures: shownPictures([{ code: "society", blocks }], new Map([[id, words]])),
  } as unknown as Draft).map(({ rule, locale }) => [rule, locale]);

test("a picture without its words, and a block without its picture, are found; a story may do without one", () => {
  const blocks = [block("picture", id), block("story", null), block("text", null)];
  expect(lacks(blocks, { altDa: "Et tag", altEn: "A roof" })).toEqual([]);
  expect(lacks(blocks, { altDa: " ", altEn: "A roof" })).toEqual([["noAlternative", "da"]]);
  expect(lacks([block("picture", null), block("story", "gone")], { altDa: "", altEn: "" })).toEqual([
    ["noPicture", null],
    ["noPicture", null],
  ]);
});
