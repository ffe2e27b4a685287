/**
 * One link of a chain as it leaves the database: the text its hash is made of (a JSON array: organisation, sequence,
 * time, actor, door, action, subject, detail, hash of the link before) and that hash, hex.
 */
export type ChainLink = { content: string; hash: string };

/**
 * What is wrong at a link. changed: its text no longer gives its hash. missing: links before it are gone. severed: it
 * follows another link than the one before it. unreadable: its text is not a link's.
 */
export type ChainFault = {
  organisationId: string | null;
  sequence: number;
  fault: "changed" | "missing" | "severed" | "unreadable";
};

/** How far one chain has been followed. */
export type ChainEnd = { organisationId: string | null; length: number; hash: string };

/**
 * Follows chains link by link, each from its first, in order; remembers one hash per chain, so that a chain of any
 * length fits. `hashOf` gives the SHA-256 of a text, hex. A chain cut off at its end is whole in itself: hold its
 * end against one written down before.
 */
export function chainFollower(hashOf: (text: string) => string) {
  const ends = new Map<string | null, ChainEnd>();
  const follow = ({ content, hash }: ChainLink): ChainFault | null => {
    const link = readContent(content);
    if (!link) return { organisationId: null, sequence: 0, fault: "unreadable" };
    const { organisationId, sequence, previousHash } = link;
    const end = ends.get(organisationId) ?? { organisationId, length: 0, hash: "" };
    ends.set(organisationId, { organisationId, length: sequence, hash });
    const at = { organisationId, sequence };
    if (hashOf(content) !== hash) return { ...at, fault: "changed" };
    if (sequence !== end.length + 1) return { ...at, fault: "missing" };
    return previousHash === end.hash ? null : { ...at, fault: "severed" };
  };
  return { follow, ends: () => [...ends.values()] };
}

function readContent(text: string): { organisationId: string | null; sequence: number; previousHash: string } | null {
  const parsed = parsedArray(text);
  const [organisationId, sequence, previousHash] = parsed ? [parsed[0], parsed[1], parsed[8]] : [];
  const isLink =
    (typeof organisationId === "string" || organisationId === null) &&
    typeof sequence === "number" &&
    typeof previousHash === "string";
  return isLink ? { organisationId, sequence, previousHash } : null;
}

function parsedArray(text: string): unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : null;
  } catch {
    return null;
  }
}
