import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { leadOn, nothingPublished, publicResponse, type PublicFile } from "@/lib/edition/folder/model";
import { sha256 } from "@/lib/edition/model";

const bytes = new TextEncoder().encode("<p>1.707</p>".repeat(100));
const file: PublicFile = {
  bytes,
  gzip: new Uint8Array(gzipSync(bytes)),
  mediaType: "text/html; charset=utf-8",
  sha256: sha256(bytes),
};
const edition = { slug: "acme", year: 2023, number: 1 };
const answer = (asked: { seen?: string | null; accepts?: string | null } = {}, path = "da/index.html") =>
  publicResponse(path, file, edition, { seen: null, accepts: null, ...asked });

describe("a file of a public edition", () => {
  it("travels compressed to whoever takes it so, and is the same bytes", async () => {
    const small = answer({ accepts: "br, gzip" });
    expect([small.headers.get("content-encoding"), small.headers.get("vary")]).toEqual(["gzip", "accept-encoding"]);
    const travelled = new Uint8Array(await small.arrayBuffer());
    expect(small.headers.get("content-length")).toBe(String(travelled.length));
    expect(gunzipSync(travelled).equals(bytes)).toBe(true);
    const plain = answer({ accepts: "identity" });
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(new Uint8Array(await plain.arrayBuffer())).toEqual(bytes);
  });

  it("is not sent again to whoever has it, in that form", () => {
    const [plain, small] = [answer(), answer({ accepts: "gzip" })].map(({ headers }) => headers.get("etag"));
    expect(plain).not.toBe(small);
    expect(answer({ seen: plain }).status).toBe(304);
    expect(answer({ seen: small, accepts: "gzip" }).status).toBe(304);
    expect(answer({ seen: plain, accepts: "gzip" }).status).toBe(200);
  });

  it("is asked for again each time, read when it is a page and saved when it is not, and may do nothing", () => {
    const { headers } = answer();
    expect(headers.get("cache-control")).toBe("public, no-cache");
    expect(headers.get("content-disposition")).toBeNull();
    expect(answer({}, "da/figures.csv").headers.get("content-disposition")).toMatch(/^attachment/);
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
