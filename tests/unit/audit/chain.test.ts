import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chainFollower, type ChainFault, type ChainLink } from "@/lib/audit/chain/model";

const sha = (text: string) => createHash("sha256").update(text).digest("hex");

/** A whole chain of an organisation, one link for each subject. */
function chainOf(organisationId: string | null, subjects: string[]): ChainLink[] {
  let previousHash = "";
  return subjects.map((subject, index) => {
    const at = "2026-01-01T00:00:00.000Z";
    const content = JSON.stringify([organisationId, index + 1, at, null, "page", "test", subject, {}, previousHash]);
    previousHash = sha(content);
    return { content, hash: previousHash };
  });
}

function followed(links: ChainLink[]): { faults: ChainFault[]; lengths: number[] } {
  const { follow, ends } = chainFollower(sha);
  return { faults: links.flatMap((link) => follow(link) ?? []), lengths: ends().map(({ length }) => length) };
}

const subjects = fc.array(fc.string(), { minLength: 2, maxLength: 30 });
const damaged = fc.tuple(subjects, fc.nat()).map(([texts, at]) => ({
  links: chainOf("a", texts),
  at: at % texts.length,
}));

describe("following a chain", () => {
  test("finds nothing wrong with whole chains, one after the other", () => {
    fc.assert(
      fc.property(subjects, subjects, (one, other) => {
        expect(followed([...chainOf("a", one), ...chainOf(null, other)])).toEqual({
          faults: [],
          lengths: [one.length, other.length],
        });
      }),
    );
  });

  test("names the link whose text was changed, and no other", () => {
    fc.assert(
      fc.property(damaged, ({ links, at }) => {
        const changed = links.with(at, { ...links[at]!, content: links[at]!.content.replace('"test"', '"tost"') });
        expect(followed(changed).faults).toEqual([{ organisationId: "a", sequence: at + 1, fault: "changed" }]);
      }),
    );
  });

  test("notices a link that was changed together with its hash, at the link that follows", () => {
    fc.assert(
      fc.property(damaged, ({ links, at }) => {
        const content = links[at]!.content.replace('"test"', '"tost"');
        const faults = followed(links.with(at, { content, hash: sha(content) })).faults;
        const isLast = at === links.length - 1;
        expect(faults).toEqual(isLast ? [] : [{ organisationId: "a", sequence: at + 2, fault: "severed" }]);
      }),
    );
  });

  test("notices links that are gone, save from the end", () => {
    fc.assert(
      fc.property(damaged, ({ links, at }) => {
        const faults = followed(links.toSpliced(at, 1)).faults;
        const isLast = at === links.length - 1;
        expect(faults).toEqual(isLast ? [] : [{ organisationId: "a", sequence: at + 2, fault: "missing" }]);
      }),
    );
  });

  test.each(["", "{}", "[]", '["a","1"]'])("says of %j that it is no link", (content) => {
    expect(followed([{ content, hash: sha(content) }]).faults).toMatchObject([{ fault: "unreadable" }]);
  });
});
