/**
 * A text as its editor holds it (the form is Tiptap's), and how it is written as Markdown. What is written is read back
 * as the same document: a property test proves it with the reader of the report's own page.
 */
export type Mark = { type: "bold" | "italic" } | { type: "link"; attrs: { href: string } };

/** A piece of a paragraph: words, a bound number, a new line. */
export type Inline =
  | { type: "text"; text: string; marks?: Mark[] }
  | { type: "reference"; attrs: { source: string }; marks?: Mark[] }
  | { type: "hardBreak"; marks?: Mark[] };

/** A part of a text. Items of a list hold a paragraph, and further paragraphs and lists below it. */
export type Part =
  | { type: "paragraph"; content?: Inline[] }
  | { type: "heading"; attrs: { level: number }; content?: Inline[] }
  | { type: "bulletList"; content?: Item[] }
  | { type: "orderedList"; attrs?: { start?: number }; content?: Item[] };

/** An item of a list. */
export type Item = { type: "listItem"; content?: Part[] };

/** A whole text. */
export type Document = { type: "doc"; content?: Part[] };

type Piece = { out: string; marks: Mark[]; isBreak?: boolean };

/** A written part; `goesOn`: it needs no blank line below words. */
type Written = { text: string; goesOn: boolean };

/** The text as Markdown. */
export function written({ content = [] }: Document): string {
  return writtenParts(content)
    .map(({ text }) => text)
    .join("\n\n");
}

function writtenParts(parts: readonly Part[]): Written[] {
  let before: Part["type"] | null = null;
  let turned = false;
  return parts.flatMap((part) => {
    // Two lists of a kind that follow each other are told apart by their signs.
    const isTurned = part.type === before && !turned;
    const text = block(part, isTurned);
    if (text === "") return [];
    [before, turned] = [part.type, isTurned];
    return [
      { text, goesOn: part.type === "bulletList" || (part.type === "orderedList" && (part.attrs?.start ?? 1) === 1) },
    ];
  });
}

function block(part: Part, turned: boolean): string {
  switch (part.type) {
    case "paragraph":
      return lines(part.content ?? []);
    case "heading": {
      const words = lines((part.content ?? []).map(onOneLine)).replace(/(?:\\?#)+$/, (signs) =>
        signs.replace(/\\?#/g, "\\#"),
      );
      return words === "" ? "" : `${"#".repeat(part.attrs.level)} ${words}`;
    }
    case "bulletList":
      return itemsOf(part)
        .map((item) => listed(item, turned ? "*" : "-"))
        .join("\n");
    case "orderedList": {
      const start = part.attrs?.start ?? 1;
      return itemsOf(part)
        .map((item, index) => listed(item, `${start + index}${turned ? ")" : "."}`))
        .join("\n");
    }
  }
}

/** Each item as its written parts; one without words is none. */
function itemsOf({ content = [] }: { content?: Item[] }): Written[][] {
  return content.map((item) => writtenParts(item.content ?? [])).filter((parts) => parts.length > 0);
}

function onOneLine(piece: Inline): Inline {
  return piece.type === "hardBreak" ? { type: "text", text: " " } : piece;
}

/** An item after its sign; what goes on below stands under its first letter. */
function listed(parts: Written[], sign: string): string {
  const text = parts.reduce(
    (above, { text, goesOn }, at) => (at === 0 ? text : `${above}${at === 1 && goesOn ? "\n" : "\n\n"}${text}`),
    "",
  );
  return `${sign} ${text}`.replace(/\n(?=[^\n])/g, `\n${" ".repeat(sign.length + 1)}`);
}

/** The words of a paragraph, each line safe from being read as something else. */
function lines(content: readonly Inline[]): string {
  return marked(tidied(content))
    .split("\\\n")
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ""))
    .map((line, index) =>
      line
        .replace(/^(#{1,6}|[-+])(?=\s|$)/, "\\$1")
        .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
        // A row of these signs would make a table of the line above.
        .replace(/^[|:-][|:\- ]*$/, (row) => (index > 0 ? `\\${row}` : row)),
    )
    .join("\\\n")
    .replace(/^(?:\\\n)+|(?:\\\n)+$/g, "");
}

const orderOfMarks = ["link", "bold", "italic"];
const isSame = (one: Mark, other: Mark) => JSON.stringify(one) === JSON.stringify(other);

/** Pieces with the same marks joined; spaces alone are neither bold nor italic unless both sides are. */
function tidied(content: readonly Inline[]): Piece[] {
  const joined: (Piece & { text: string | null })[] = [];
  for (const piece of content) {
    const marks = (piece.marks ?? []).toSorted((a, b) => orderOfMarks.indexOf(a.type) - orderOfMarks.indexOf(b.type));
    const last = joined.at(-1);
    const isMore = last && !last.isBreak && JSON.stringify(last.marks) === JSON.stringify(marks);
    if (piece.type === "hardBreak") joined.push({ out: "", marks: [], isBreak: true, text: null });
    else if (piece.type === "reference") {
      const { source } = piece.attrs;
      if (isMore) Object.assign(last, { out: last.out + source, text: null });
      else joined.push({ out: source, marks, text: null });
    } else {
      const isLinked = marks.some(({ type }) => type === "link");
      const text = (isMore ? (last.text ?? "") : "") + piece.text.replace(/\s*\n\s*/g, " ");
      // What a sign means depends on its neighbours, so words that go on are written anew as a whole.
      if (isMore && last.text !== null)
        Object.assign(last, {
          out: last.out.slice(0, -escaped(last.text, isLinked).length) + escaped(text, isLinked),
          text,
        });
      else if (isMore) Object.assign(last, { out: last.out + escaped(text, isLinked), text });
      else joined.push({ out: escaped(text, isLinked), marks, text });
    }
  }
  return joined.map((piece, at) => {
    if (/\S/.test(piece.out) || piece.isBreak) return piece;
    const sides = [joined[at - 1]?.marks ?? [], joined[at + 1]?.marks ?? []];
    const end = piece.marks.findIndex((mark, depth) =>
      sides.some((marks) => !marks[depth] || !isSame(marks[depth], mark)),
    );
    return end < 0 ? piece : { ...piece, marks: piece.marks.slice(0, end) };
  });
}

function escaped(text: string, isLinked: boolean): string {
  const plain = text
    .replace(/[\\*]/g, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/&(?=#?\w+;)/g, "\\&");
  return isLinked ? plain.replace(/[[\]]/g, "\\$&") : plain.replace(/\](?=\()/g, "\\]");
}

const isWord = (sign: string | undefined) => sign !== undefined && /[^\s\p{P}\p{S}]/u.test(sign);
const isMark = (sign: string | undefined) => sign !== undefined && /[\p{P}\p{S}]/u.test(sign);
const asReference = (sign: string) => `&#${sign.codePointAt(0)!};`;

/** Opens and closes marks around the pieces. Where a letter stands so that a sign would not be read as one, the letter is written by its number. */
function marked(pieces: readonly Piece[]): string {
  let out = "";
  const open: Mark[] = [];
  const close = (to: number, next: string) => {
    const space = /\s*$/.exec(out)![0];
    out = out.slice(0, out.length - space.length);
    while (open.length > to) out += closing(open.pop()!);
    const needs = space === "" && isWord([...next][0]);
    out += space;
    return needs;
  };
  for (const [at, piece] of pieces.entries()) {
    const kept = open.findIndex((mark, index) => !piece.marks[index] || !isSame(mark, piece.marks[index]));
    const depth = kept < 0 ? open.length : kept;
    let text = piece.out;
    if (open.length > depth) {
      const tail = [...out.trimEnd()].at(-1);
      const wasItalic = open.slice(depth).some(({ type }) => type === "italic");
      const wasLink = open[depth]?.type === "link";
      const needs = close(depth, text);
      // After bold, a letter only hides the end where a sign stands before it; after italic always.
      if (needs && depth >= piece.marks.length && !wasLink && (wasItalic || isMark(tail))) {
        const [first = ""] = [...text];
        text = asReference(first) + text.slice(first.length);
      }
    }
    if (piece.isBreak) {
      out = `${out.replace(/[ \t]+$/, "")}\\\n`;
      continue;
    }
    const opened = piece.marks.slice(open.length);
    if (opened.length > 0) {
      const space = /^\s*/.exec(text)![0];
      out += space;
      text = text.slice(space.length);
      const last = [...out].at(-1);
      const emphases = opened.filter(({ type }) => type !== "link");
      if (emphases.length > 0 && opened[0]!.type !== "link" && isWord(last)) {
        const inner = isMark([...text][0]) || opened.length > 1;
        if (opened.some(({ type }) => type === "italic") || inner)
          out = out.slice(0, out.length - last!.length) + asReference(last!);
      }
      for (const mark of opened) {
        out += opening(mark);
        open.push(mark);
      }
    }
    out += text;
    if (at === pieces.length - 1) close(0, "");
  }
  return out;
}

function opening(mark: Mark): string {
  return mark.type === "bold" ? "**" : mark.type === "italic" ? "_" : "[";
}

function closing(mark: Mark): string {
  return mark.type === "link" ? `](${address(mark.attrs.href)})` : opening(mark);
}

const inAddress: Record<string, string> = { " ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E", "\\": "%5C" };

function address(href: string): string {
  return href
    .replace(/[ ()<>\\]/g, (sign) => inAddress[sign]!)
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/[\n\t]/g, "");
}
