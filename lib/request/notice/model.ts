import type { NoticeKind } from "@/lib/database/generated/enums";

/** What a mail about a request says. No figure of the organisation is among it. */
export type LetterFacts = {
  kind: NoticeKind;
  organisation: string;
  name: string;
  year: number;
  /** The day it is due, in words of the reader's language. */
  due: string;
  message: string;
  sender: string;
  /** How many figures the person has still to give. */
  open: number;
  /** Address of the person's tasks. */
  link: string;
};

type Say = (key: string, values: Record<string, string | number>) => string;

/** Subject and text of a mail, in words that `say` gives for the keys of `request.mail`. A line break in a name ends no line of the mail's head. */
export function letterText(facts: LetterFacts, say: Say): { subject: string; text: string } {
  const { kind, message, link, ...rest } = facts;
  const values = {
    ...rest,
    name: oneLine(rest.name),
    organisation: oneLine(rest.organisation),
    sender: oneLine(rest.sender),
  };
  const paragraphs = [
    say("hello", values),
    say(`why.${kind}`, values),
    say("left", values),
    ...(message && (kind === "asked" || kind === "passedOn") ? [message] : []),
    say("go", values) + "\n" + link,
    say("foot", values),
  ];
  return { subject: say(`subject.${kind}`, values), text: paragraphs.join("\n\n") + "\n" };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
