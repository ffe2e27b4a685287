import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { Refusal } from "@/lib/access/refusal";
import {
  cleanName,
  evidenceKinds,
  kindByName,
  mostBytes,
  type EvidenceKind,
  type FileRefusal,
  type JudgedFile,
} from "@/lib/evidence/model";
import { isCompound, isMailText, isOutlookItem, mailTextActs, outlookItemActs } from "@/lib/evidence/mail/model";
import { openArchive, type Archive } from "@/lib/import/zip/queries";

/** What a signature is looked for in: enough for every format, and a bound on the work a crafted file can ask for. */
const head = 65_536;
const odsType = "application/vnd.oasis.opendocument.spreadsheet";

/** A file the browser sent, judged by size, name and content. Throws the refusal that says what to do. */
export async function readEvidence(file: File): Promise<JudgedFile & { bytes: Buffer }> {
  if (file.size > mostBytes) refuse("tooBig");
  const bytes = Buffer.from(await file.arrayBuffer());
  return { ...(await judgeFile(file.name, bytes)), bytes };
}

/** Judges a file by its name and its content together: a name alone proves nothing, and nothing is unpacked before its sizes are known. */
export async function judgeFile(givenName: string, bytes: Buffer): Promise<JudgedFile> {
  const name = cleanName(givenName);
  if (bytes.length === 0) refuse("empty");
  if (bytes.length > mostBytes) refuse("tooBig");
  const kind = kindByName(name);
  if (!isKind(kind)) refuse(kind);
  const wrong = await faultOf(kind, bytes);
  if (wrong) refuse(wrong);
  return { name, kind, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function isKind(kind: EvidenceKind | FileRefusal): kind is EvidenceKind {
  return (evidenceKinds as readonly string[]).includes(kind);
}

/** What is wrong with the content of a file that is named as of that kind; null: nothing. */
async function faultOf(kind: EvidenceKind, bytes: Buffer): Promise<FileRefusal | null> {
  switch (kind) {
    case "eml":
      return !isMailText(bytes) ? "wrongContent" : mailTextActs(bytes) ? "program" : null;
    case "msg":
      return !isOutlookItem(bytes) ? "wrongContent" : outlookItemActs(bytes) ? "program" : null;
    case "csv":
      return isPlainText(bytes) ? null : "wrongContent";
    case "xlsx":
    case "ods":
      // A workbook with a password is a compound file too.
      if (isCompound(bytes)) return "oldWorkbook";
      return bytes.subarray(0, 4).toString("hex") === "504b0304" ? workbookFault(kind, bytes) : "wrongContent";
    case "tif":
      // The library follows a picture's directory, which may stand at its end.
      return ["49492a00", "4d4d002a"].includes(bytes.subarray(0, 4).toString("hex")) ? null : "wrongContent";
    default:
      return (await fileTypeFromBuffer(bytes.subarray(0, head)))?.ext === kind ? null : "wrongContent";
  }
}

async function workbookFault(kind: "xlsx" | "ods", bytes: Buffer): Promise<FileRefusal | null> {
  let archive: Archive | null = null;
  try {
    archive = await openArchive(bytes);
    if (kind === "ods") {
      if ((await textOf(archive, "mimetype")).trim() !== odsType) return "wrongContent";
      return archive.has("Basic/script-lc.xml") ? "macros" : null;
    }
    const types = await textOf(archive, "[Content_Types].xml");
    if (/macroEnabled|vbaProject/i.test(types) || archive.has("xl/vbaProject.bin")) return "macros";
    const isWorkbook = types.includes("spreadsheetml.sheet.main") || archive.has("xl/workbook.xml");
    return types !== "" && isWorkbook ? null : "wrongContent";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === "import.bomb" ? "bomb" : "wrongContent";
  } finally {
    archive?.close();
  }
}

async function textOf(archive: Archive, part: string): Promise<string> {
  if (archive.size(part) > 1_000_000) return "";
  let text = "";
  for await (const piece of archive.pieces(part)) text += piece;
  return text;
}

/** Whether bytes are text as a spreadsheet saves it, and no page, program or document under another name. */
function isPlainText(bytes: Buffer): boolean {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = isWide ? bytes.toString("utf16le") : bytes.toString("latin1");
  // The upper control characters are letters of UTF-8 and of Windows; the lower ones are no text in any of them.
  if (/[\0-\x08\x0e-\x1f\x7f]/.test(text)) return false;
  return !/^(\ufeff|\xef\xbb\xbf)?\s*(<|%PDF|\{\\rtf|#!)/.test(text);
}

function refuse(code: FileRefusal): never {
  throw new Refusal(`evidence.${code}`, {}, "file");
}
