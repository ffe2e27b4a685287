import { listedParts } from "@/lib/setup/file/merging/model";

const plain = [
  "choose",
  "label",
  "hint",
  "preview",
  "confirm",
  "confirmed",
  "nothing",
  "problems",
  "changes",
  "stays",
  "line",
  "place",
  "wrong",
  "what",
  "from",
  "to",
  "nothingThere",
] as const;
const kinds = ["new", "changed", "ended"] as const;
const parts = ["organisation", ...listedParts] as const;

/** Words of the set-up file's page, as its script takes them. */
export type FileWords = Record<(typeof plain)[number] | "summary", string> & {
  kind: Record<(typeof kinds)[number], string>;
  part: Record<(typeof parts)[number], string>;
};

/** The words in the reader's language. */
export function fileWords(say: (key: never) => string): FileWords {
  const of = <Key extends string>(keys: readonly Key[], at: string) =>
    Object.fromEntries(keys.map((key) => [key, say(`${at}.${key}` as never)])) as Record<Key, string>;
  return {
    ...of(plain, "file.words"),
    summary: say("summary" as never),
    kind: of(kinds, "file.kind"),
    part: of(parts, "file.part"),
  };
}
