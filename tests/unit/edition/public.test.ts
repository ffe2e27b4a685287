import { describe, expect, it } from "vitest";
import { leadOn, nothingPublished, publicResponse } from "@/lib/edition/folder/model";
import { sha256 } from "@/lib/edition/model";

const bytes = new TextEncoder().encode("<p>1.707</p>".repeat(100));
const file = { bytes, mediaType: "text/html; charset=utf-8", sha256: sha256(bytes) };
const edition = { slug: "acme", year: 2023, number: 1 };
const answer = ({ seen = null }: { seen?: string | null } = {}, path = "da/index.html") =>
  publicResponse(path, file, edition, seen);

describe("a file of a public edition", () => {
  it("is the stored bytes, and is not sent again to whoever has them", async () => {
    const first = answer();
    expect(new Uint8Array(await first.arrayBuffer())).toEqual(bytes);
    expect(answer({ seen: first.headers.get("etag") }).status).toBe(304);
    expect(answer({ seen: '"another"' }).status).toBe(200);
  });

  it("is asked for again each time, read when it is a page and saved when it is not, and may do nothing", () => {
    const { headers } = answer();
    expect(headers.get("cache-control")).toBe("public, no-cache");
    expect(headers.get("content-disposition")).toBeNull();
    expect(answer({}, "da/figures.csv").headers.get("content-disposition")).toMatch(/^attachment/);
    // What a page shows is kept for ever: other pictures and other typefaces have other names.
    for (const shown of [
      "typeface-plex-sans-400-0f3a9c1b.woff2",
      "picture-00000000-0000-4000-8000-000000000000-640.jpg",
    ]) {
      expect(answer({}, shown).headers.get("cache-control")).toMatch(/immutable/);
      expect(answer({}, shown).headers.get("content-disposition")).toBeNull();
    }
    for (const other of ["typeface.css", "da/typeface-plex-sans-400-0f3a9c1b.woff2"])
      expect(answer({}, other).headers.get("content-disposition")).toMatch(/^attachment/);
    for (const { headers: sent } of [
      answer(),
      answer({ seen: headers.get("etag") }),
      nothingPublished(),
      leadOn("/x"),
    ]) {
      expect(sent.get("content-security-policy")).toMatch(/^default-src 'none'/);
      expect(sent.get("x-content-type-options")).toBe("nosniff");
    }
    expect(nothingPublished().headers.get("cache-control")).toMatch(/no-store/);
  });
});
