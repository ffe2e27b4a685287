/** Reads a PDF as a person does: words by line, and what its reader tells of it. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

type Word = { text: string; x: number; y: number };

/** A page's words, and its lines from top to bottom; words whose baselines lie within 4 pt make a line, so that raised marks belong to it. */
export type PdfPage = {
  text: string;
  lines: string[];
  /** The line that begins with this word; empty when there is none. */
  lineFrom: (first: string) => string;
};

export type Pdf = {
  pages: PdfPage[];
  title: string;
  language: string;
  isTagged: boolean;
  bookmarks: string[];
  roles: Set<string>;
  alternatives: string[];
  /** Addresses its links lead to, outside the file. */
  links: string[];
};

export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const [metadata, outline, mark] = await Promise.all([
    document.getMetadata(),
    document.getOutline(),
    document.getMarkInfo(),
  ]);
  const pages: PdfPage[] = [];
  const roles = new Set<string>();
  const alternatives: string[] = [];
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const { url } of (await page.getAnnotations()) as { url?: string }[]) if (url) links.push(url);
    pages.push(
      pageOf(
        items.flatMap((item) =>
          "str" in item && item.str.trim()
            ? [{ text: item.str, x: item.transform[4] as number, y: item.transform[5] as number }]
            : [],
        ),
      ),
    );
    collect((await page.getStructTree()) as Tree, roles, alternatives);
  }
  const info = metadata.info as { Title?: string; Language?: string };
  await document.loadingTask.destroy();
  return {
    pages,
    title: info.Title ?? "",
    language: info.Language ?? "",
    isTagged: mark?.Marked === true,
    bookmarks: titles(outline ?? []),
    roles,
    alternatives,
    links,
  };
}

function pageOf(words: Word[]): PdfPage {
  const lineAt = (y: number) =>
    words
      .filter((word) => Math.abs(word.y - y) < 4)
      .sort((a, b) => a.x - b.x)
      .map(({ text }) => text)
      .join("")
      .replace(/\s+/g, "");
  const baselines = [...new Set(words.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  return {
    text: words.map(({ text }) => text).join(" "),
    lines: baselines.map(lineAt),
    lineFrom: (first) =>
      words
        .filter(({ text }) => text.trim() === first)
        .map(({ y }) => lineAt(y))
        .find((line) => line.startsWith(first)) ?? "",
  };
}

type Bookmark = { title: string; items: Bookmark[] };

function titles(outline: Bookmark[]): string[] {
  return outline.flatMap(({ title, items }) => [title.replaceAll("\u00A0", " "), ...titles(items)]);
}

type Tree = { role?: string; alt?: string; children?: Tree[] } | null;

function collect(tree: Tree, roles: Set<string>, alternatives: string[]): void {
  if (!tree) return;
  if (tree.role) roles.add(tree.role);
  if (tree.alt) alternatives.push(tree.alt);
  for (const child of tree.children ?? []) collect(child, roles, alternatives);
}
