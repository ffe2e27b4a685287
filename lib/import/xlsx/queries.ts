import { Refusal } from "@/lib/access/refusal";
import type { FileRow, RowSource, SheetFacts } from "@/lib/import/cell/model";
import { readFormats } from "@/lib/import/xlsx/format/model";
import { sheetReader, stringsReader, type Workbook } from "@/lib/import/xlsx/sheet/model";
import { attribute, xmlReader } from "@/lib/import/xml/model";
import { openArchive, type Archive } from "@/lib/import/zip/queries";

/** Different texts in a workbook; more of them would not be a workbook of figures. */
const mostStrings = 2_000_000;

/**
 * Opens a workbook (XLSX) to read its sheets row by row, never all of it at once.
 *
 * A reader of our own rather than a library: percent formats, dates that are years, merged cells, hidden rows, raised
 * footnote marks and saved formula errors decide what a figure is, and the libraries hide them.
 * Throws `import.notAWorkbook` when it is none, `import.bomb` when it would unpack to too much.
 */
export async function openXlsx(file: Buffer | string): Promise<RowSource> {
  const archive = await openArchive(file);
  try {
    return await opened(archive);
  } catch (error) {
    archive.close();
    throw asRefusal(error);
  }
}

async function opened(archive: Archive): Promise<RowSource> {
  const main = await mainPart(archive);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const parts = await relations(archive, `${folder}_rels/${main.slice(folder.length)}.rels`);
  const listed = await sheetList(archive, main);
  const sheets = listed.sheets.flatMap(({ relation, ...sheet }) =>
    parts.has(relation) ? [{ ...sheet, part: resolved(folder, parts.get(relation)!.target) }] : [],
  );
  // A sheet that is listed and not there: the file is broken, and the rest of it would pass for all.
  if (sheets.length === 0 || sheets.length < listed.sheets.length || sheets.some(({ part }) => !archive.has(part)))
    throw new Refusal("import.notAWorkbook");
  const partOf = (type: string, usual: string) => {
    const named = [...parts.values()].find((part) => part.type.endsWith(type))?.target;
    const part = resolved(folder, named ?? usual);
    if (named !== undefined && !archive.has(part)) throw new Refusal("import.notAWorkbook");
    return part;
  };
  const { reader, formats } = readFormats();
  await readPart(archive, partOf("/styles", "styles.xml"), reader);
  const strings: string[] = [];
  await readPart(archive, partOf("/sharedStrings", "sharedStrings.xml"), stringsReader(strings, mostStrings));
  const workbook: Workbook = { strings, formats, is1904: listed.is1904 };
  const position = { read: 0, of: 1 };
  async function* rows(
    sheet: number,
    facts: SheetFacts = { merges: [], hiddenColumns: [] },
  ): AsyncGenerator<FileRow[]> {
    const part = sheets[sheet]!.part;
    const finished: FileRow[] = [];
    const target = sheetReader(workbook, finished, facts);
    Object.assign(position, { read: 0, of: Math.max(1, archive.size(part)) });
    try {
      for await (const piece of archive.pieces(part)) {
        position.read += piece.length;
        target.push(piece);
        if (finished.length >= 200) yield finished.splice(0);
      }
      target.end();
    } catch (error) {
      throw asRefusal(error);
    }
    yield finished;
  }
  return {
    kind: "xlsx",
    sheets: sheets.map(({ name, isHidden }) => ({ name, isHidden })),
    rows,
    progress: () => Math.min(1, position.read / position.of),
    close: () => archive.close(),
  };
}

type Relation = { target: string; type: string };

async function relations(archive: Archive, part: string): Promise<Map<string, Relation>> {
  const found = new Map<string, Relation>();
  await readPart(
    archive,
    part,
    xmlReader({
      open(name, attributes) {
        if (name === "Relationship")
          found.set(attribute(attributes, "Id") ?? "", {
            target: attribute(attributes, "Target") ?? "",
            type: attribute(attributes, "Type") ?? "",
          });
      },
      text() {},
      close() {},
    }),
  );
  return found;
}

async function mainPart(archive: Archive): Promise<string> {
  const parts = await relations(archive, "_rels/.rels");
  const main =
    [...parts.values()].find(({ type }) => type.endsWith("/officeDocument"))?.target.replace(/^\//, "") ??
    "xl/workbook.xml";
  if (!archive.has(main) || !archive.has("[Content_Types].xml")) throw new Refusal("import.notAWorkbook");
  return main;
}

async function sheetList(archive: Archive, part: string) {
  const sheets: { name: string; isHidden: boolean; relation: string }[] = [];
  let is1904 = false;
  await readPart(
    archive,
    part,
    xmlReader({
      open(name, attributes) {
        if (name === "workbookPr") is1904 = ["1", "true"].includes(attribute(attributes, "date1904") ?? "");
        const relation = name === "sheet" ? /\w+:id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] : undefined;
        if (relation)
          sheets.push({
            name: attribute(attributes, "name") ?? "",
            isHidden: (attribute(attributes, "state") ?? "visible") !== "visible",
            relation,
          });
      },
      text() {},
      close() {},
    }),
  );
  return { sheets, is1904 };
}

async function readPart(
  archive: Archive,
  part: string,
  reader: { push(piece: string): void; end(): void },
): Promise<void> {
  for await (const piece of archive.pieces(part)) reader.push(piece);
  reader.end();
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder.split("/").slice(0, -1);
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Whatever a mutated file breaks in the reader is the file's fault, and said as such. */
function asRefusal(error: unknown): Refusal {
  return error instanceof Refusal ? error : new Refusal("import.notAWorkbook");
}
