import { createHash } from "node:crypto";

/** What the words of an agreement are made of. Everything is in the language it is written in; days are printed already. */
export type TextContent = {
  organisation: string;
  centralFunction: string;
  strategy: string;
  orgUnit: string;
  period: string;
  edition: number;
  kind: "agreement" | "amendment" | "succession";
  reason: string;
  /** Of a succession: from when, and who carries on what. */
  succession: { from: string; parts: { commitment: string; orgUnit: string }[] } | null;
  tracks: {
    name: string;
    required: ContentCommitment[];
    own: ContentCommitment[];
  }[];
};

/** A commitment as the agreement's text names it. */
export type ContentCommitment = {
  text: string;
  responsible: string;
  deadline: string;
  measuredBy: string;
  milestones: string[];
  expectedEffect: string | null;
};

/** The words around it, from the messages of the language the agreement is written in. */
export type TextWords = Record<
  | "title"
  | "parties"
  | "strategy"
  | "amendment"
  | "succession"
  | "successionFrom"
  | "takesOver"
  | "required"
  | "own"
  | "nothing"
  | "responsible"
  | "deadline"
  | "measure"
  | "milestone"
  | "effect",
  (values?: Record<string, string | number>) => string
>;

/** One line of a text with what it is: the only structure an agreement has, so that it reads the same in any program. */
export type TextLine = { kind: "title" | "heading" | "subheading" | "item" | "detail" | "paragraph"; text: string };

const marks = { title: "# ", heading: "## ", subheading: "### ", item: "- ", detail: "  ", paragraph: "" } as const;

/** The whole text of an agreement, as it is put before both parties and frozen. The same content makes the same text. */
export function agreementText(content: TextContent, words: TextWords): string {
  const { organisation, centralFunction, orgUnit, period, edition, reason, succession } = content;
  const lines: TextLine[] = [
    { kind: "title", text: words.title({ orgUnit, period }) },
    { kind: "paragraph", text: words.parties({ organisation, centralFunction, orgUnit }) },
    { kind: "paragraph", text: words.strategy({ strategy: content.strategy }) },
  ];
  if (content.kind === "amendment") lines.push({ kind: "paragraph", text: words.amendment({ edition, reason }) });
  if (succession) {
    lines.push({ kind: "paragraph", text: words.succession({ edition, reason }) });
    lines.push({ kind: "paragraph", text: words.successionFrom({ day: succession.from }) });
    for (const { commitment, orgUnit: to } of succession.parts)
      lines.push({ kind: "item", text: words.takesOver({ orgUnit: to, commitment }) });
  }
  for (const track of content.tracks) {
    lines.push({ kind: "heading", text: track.name });
    for (const part of ["required", "own"] as const) {
      lines.push({ kind: "subheading", text: words[part]() });
      if (track[part].length === 0) lines.push({ kind: "paragraph", text: words.nothing() });
      for (const commitment of track[part]) lines.push(...linesOf(commitment, words));
    }
  }
  // A line break within what somebody wrote must not begin a line of another kind.
  return lines.map(({ kind, text }) => marks[kind] + text.replace(/\s+/g, " ").trim()).join("\n") + "\n";
}

function linesOf(commitment: ContentCommitment, words: TextWords): TextLine[] {
  const detail = (text: string): TextLine => ({ kind: "detail", text });
  return [
    { kind: "item", text: commitment.text },
    detail(words.responsible({ name: commitment.responsible })),
    detail(words.deadline({ day: commitment.deadline })),
    detail(words.measure({ how: commitment.measuredBy })),
    ...commitment.milestones.map((text) => detail(words.milestone({ text }))),
    ...(commitment.expectedEffect === null ? [] : [detail(words.effect({ effect: commitment.expectedEffect }))]),
  ];
}

/** A stored text, line by line, to be shown as headings and lists. Every character of it is in some line. */
export function linesOfText(text: string): TextLine[] {
  return text
    .replace(/\n$/, "")
    .split("\n")
    .map((line): TextLine => {
      const kinds = ["subheading", "heading", "title", "item", "detail"] as const;
      const kind = kinds.find((one) => line.startsWith(marks[one])) ?? "paragraph";
      return { kind, text: line.slice(marks[kind].length) };
    });
}

/** SHA-256 of a text in UTF-8, hex, as `sha256sum` prints it for the downloaded file. */
export function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
