import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { messages } from "@/lib/language/messages";
import { locales, type Locale } from "@/lib/language/model";

/** Codes the code refuses with: `new Refusal("room.code"`, and the messages of schemas. */
function codesIn(source: string): string[] {
  const refusals = [...source.matchAll(/new Refusal\(\s*"([^"]+)"/g)].map((found) => found[1]!);
  const schemas = [...source.matchAll(/"((?:access|user)\.[a-z][A-Za-z]+)"/g)].map((found) => found[1]!);
  return [...refusals, ...schemas];
}

const files = readdirSync("lib", { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes("generated"),
);
const sources = files.map((file) => ({ file, source: readFileSync(join("lib", file), "utf8") }));
/** Names of acts in the audit trail and of permissions look like codes and are none. */
const OTHER = /^user\.(manage|invite|withdrawInvitation|acceptInvitation|changeRoles|disable|enable)$/;
const codes = [...new Set(sources.flatMap(({ source }) => codesIn(source)))].filter((code) => !OTHER.test(code)).sort();

function message(locale: Locale, code: string): unknown {
  return code
    .split(".")
    .reduce<unknown>((place, key) => (place as Record<string, unknown> | undefined)?.[key], messages[locale]);
}

describe("every refusal", () => {
  it("is found by this test", () =>
    expect(codes).toEqual(
      expect.arrayContaining(["access.wrong", "access.passwordCommon", "user.lastAdministrator", "user.slugWrong"]),
    ));

  it.each(codes.flatMap((code) => locales.map((locale) => [code, locale] as const)))(
    "%s is put into words (%s)",
    (code, locale) => {
      // A sentence, or one that ends with another refusal's.
      expect(message(locale, code)).toEqual(expect.stringMatching(/.{12,}([.]|\{reason\})$/));
    },
  );
});
