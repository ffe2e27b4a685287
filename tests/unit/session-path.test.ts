import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "@/lib/session/model";

describe("where to go after signing in", () => {
  it.each(["/", "/aleris", "/aleris/entry/2024/koebenhavn?kpi=water#row", "/aleris/kpis/scope-1?b=%2F%2Fx"])(
    "keeps %s",
    (path) => expect(ownPath(path)).toBe(path),
  );

  it.each([
    "//evil.example",
    "/\\evil.example",
    "/\\/evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    "/\t/evil.example",
    "/\n/evil.example",
    " //evil.example",
    "/ /evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/a/..//evil.example",
    "/%0d%0a/x\u0000",
    null,
    undefined,
    1,
    ["/aleris"],
  ])("leads %j to the start page", (target) => expect(ownPath(target)).toBe("/"));

  it("never leaves our own origin, whatever is asked", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "//",
      "..",
      ".",
      "evil.example",
      "@",
      ":",
      "?",
      "#",
      "%2f",
      "%5c",
      "\t",
      "\n",
      "\r",
      " ",
      "https:",
      "javascript:",
      "a",
      "\u0000",
      "。",
      "⁄",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.array(pieces, { maxLength: 8 }).map((all) => all.join("")),
          fc.webUrl(),
        ),
        (target) => {
          const path = ownPath(target);
          expect(path.startsWith("/")).toBe(true);
          expect(new URL(path, "https://own.example").origin).toBe("https://own.example");
          expect(new URL(path, "https://own.example").pathname.startsWith("//")).toBe(false);
        },
      ),
      { numRuns: 5000 },
    );
  });
});
