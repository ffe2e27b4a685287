import type { ComponentProps } from "react";
import Read from "react-markdown";
import { keepLatest } from "@/lib/memo/model";
import { hidden, ranked, remarkPlugins, revealed, safe, unparted } from "./dialect";

type Props = {
  body: string;
  /** Level of the highest heading. */
  level: number;
  /** Class of its paragraphs. */
  paragraph?: string;
};

/** A text of a report as Markdown: headings, lists, tables, links, bold and italic; references without a figure are marked. */
export function Markdown({ body, level, paragraph }: Props) {
  return blocksOf(body, level, paragraph);
}

/** The words of a line: bold, italic and links, and references without a figure marked. Nothing in it begins a list or heading. */
export function Runs({ text }: { text: string }) {
  return lineOf(text);
}

/** Texts kept as they were read, for reading them costs more than all the rest of a report: those of some reports. */
const KEPT = 1_000;

const blocksOf = keepLatest(KEPT, (body: string, level: number, paragraph: string | undefined) =>
  Read({
    remarkPlugins: remarkPlugins.blocks,
    rehypePlugins: [revealed, unparted, [ranked, level], [...safe]],
    components: {
      a: Linked,
      p: ({ children }) => <p className={paragraph}>{children}</p>,
      table: ({ children }) => <table className="pt">{children}</table>,
    },
    children: hidden(body),
  }),
);

const lineOf = keepLatest(KEPT, (text: string) =>
  Read({
    remarkPlugins: remarkPlugins.line,
    rehypePlugins: [revealed, unparted, [...safe]],
    components: { a: Linked, p: ({ children }) => children },
    children: hidden(text),
  }),
);

/** A link leads out of the report or to a place in it (the check finds places that are not); the words of any other stay words. */
function Linked({ href = "", children }: ComponentProps<"a">) {
  return /^(#|https?:|mailto:)/i.test(href) ? <a href={href}>{children}</a> : <>{children}</>;
}
