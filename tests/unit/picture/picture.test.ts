import fc from "fast-check";
import { expect, test } from "vitest";
import { carriedName, carriedPictures, isCarried } from "@/lib/picture/edition/model";
import {
  addressOf,
  baseOf,
  leastWidth,
  mostPixels,
  pixelFault,
  sourceSet,
  widthIn,
  widthsOf,
} from "@/lib/picture/model";
import { broughtWords, describeInput } from "@/lib/picture/schema";

const id = "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11";

test("widths ascend, are never wider than the picture, and its widest is always among them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (width) => {
      const widths = widthsOf(width);
      expect(widths).toEqual([...new Set(widths)].toSorted((a, b) => a - b));
      expect(widths.at(-1)).toBe(Math.min(width, 1920));
    }),
  );
  expect(widthsOf(4000)).toEqual([640, 1280, 1920]);
  expect(widthsOf(640)).toEqual([640]);
});

test("too many pixels and too few are told apart", () => {
  expect(pixelFault(10_000, mostPixels / 10_000)).toBeNull();
  expect(pixelFault(10_000, mostPixels / 10_000 + 1)).toBe("tooManyPixels");
  expect(pixelFault(leastWidth - 1, 4000)).toBe("tooNarrow");
});

test("an address names the width it holds, and nothing else is one", () => {
  const picture = { id, alt: "", credit: "", base: baseOf("aleris", id), sizes: [{ width: 640, height: 480 }] };
  expect(addressOf(picture, 640)).toBe(`/aleris/reports/pictures/${id}/640.jpg`);
  expect(sourceSet(picture)).toBe(`/aleris/reports/pictures/${id}/640.jpg 640w`);
  expect(widthIn("640.jpg")).toBe(640);
  for (const wrong of ["640", "0640.jpg", "640.jpg.html", "-1.jpg", "640.png", "123456.jpg"])
    expect(widthIn(wrong)).toBeNull();
});

test("what a picture shows must be said in both languages; who made it may be left out", () => {
  const words = { altDa: "Solceller på et tag", altEn: "Solar cells on a roof" };
  expect(broughtWords.parse(words)).toEqual({ ...words, creditDa: "", creditEn: "" });
  for (const lack of [{ altDa: " " }, { altEn: "" }, { altEn: undefined }])
    expect(broughtWords.safeParse({ ...words, ...lack }).error?.issues[0]?.message).toBe("picture.altMissing");
  expect(describeInput.safeParse({ org: "aleris", id, seen: "1", ...words, sha256: "x" }).success).toBe(false);
});

test("a page of an edition leads to its pictures in the folder, each size once, and to no other organisation's", () => {
  const base = baseOf("aleris", id);
  const page = `<img src="${base}/1280.jpg" srcset="${base}/640.jpg 640w, ${base}/1280.jpg 1280w">`;
  const { html, sizes } = carriedPictures(page + page, "aleris");
  expect(sizes).toEqual([
    { id, width: 1280 },
    { id, width: 640 },
  ]);
  expect(html).not.toContain("/aleris/");
  expect(html).toContain(`src="../${carriedName({ id, width: 1280 })}"`);
  expect(sizes.map(carriedName).every(isCarried)).toBe(true);
  expect(isCarried("da/index.html")).toBe(false);
  expect(carriedPictures(page, "region-midtjylland")).toEqual({ html: page, sizes: [] });
});
