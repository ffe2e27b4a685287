import type { CellKey } from "@/lib/value/model";

/** Largest file taken as evidence, bytes. */
export const mostBytes = 10_000_000;

/** Most files that back one value at a time. */
export const mostPerCell = 30;

/** Longest remark on a file, and longest reason to withdraw one. */
export const longestNote = 500;

/** What a file may be: documents, pictures, workbooks and mails that hold no program. The database knows the same list. */
export const evidenceKinds = [
  "pdf",
  "png",
  "jpg",
  "webp",
  "gif",
  "heic",
  "tif",
  "xlsx",
  "ods",
  "csv",
  "eml",
  "msg",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** What a chooser of files offers. */
export const acceptedEndings =
  ".pdf,.png,.jpg,.jpeg,.webp,.gif,.heic,.heif,.tif,.tiff,.xlsx,.ods,.csv,.eml,.msg" as const;

/**
 * Why a file is not taken as evidence, a closed list; each message says what to do:
 * - `noFile`, `empty`, `tooBig`: nothing to keep, or too much;
 * - `wrongKind`: neither document, picture, workbook nor mail;
 * - `activeContent`: web pages and SVG drawings can act when they are opened;
 * - `macros`, `oldWorkbook`: a workbook with programs in it, or in the old format that may hold them, or locked;
 * - `wrongContent`: the content is not what the name says;
 * - `bomb`: unpacks to far more than it is;
 * - `program`: a mail that carries a program or a web page;
 * - `already`: the same bytes back this value already;
 * - `tooMany`: as many files as a value may have.
 */
export const fileRefusals = [
  "noFile",
  "empty",
  "tooBig",
  "wrongKind",
  "activeContent",
  "macros",
  "oldWorkbook",
  "wrongContent",
  "bomb",
  "program",
  "already",
  "tooMany",
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A file to keep, judged by name and content. */
export type JudgedFile = { name: string; kind: EvidenceKind; size: number; sha256: string };

/** A file that backs a value, as people see it. `by` is empty for a person who was erased. */
export type EvidenceView = {
  id: string;
  name: string;
  kind: EvidenceKind;
  size: number;
  sha256: string;
  note: string;
  isExample: boolean;
  by: string;
  /** ISO instant. */
  at: string;
  /** Taken back: by whom, when and why; null: it holds. */
  withdrawn: { by: string; at: string; reason: string } | null;
};

/** A file of a cell, to hand out. */
export type EvidenceFile = CellKey & { fileId: string; name: string; size: string };

const otherEndings: Record<string, EvidenceKind> = { jpeg: "jpg", tiff: "tif", heif: "heic" };
const active = new Set(["svg", "svgz", "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml"]);
const withMacros = new Set(["xlsm", "xltm", "xlam", "xlsb"]);

/** What a file says it is by its name, or why that is no evidence. */
export function kindByName(name: string): EvidenceKind | FileRefusal {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (active.has(ending)) return "activeContent";
  if (withMacros.has(ending)) return "macros";
  if (ending === "xls" || ending === "xlt") return "oldWorkbook";
  return evidenceKinds.find((kind) => kind === ending) ?? otherEndings[ending] ?? "wrongKind";
}

/** Longest name of a file, in characters. */
const longestName = 120;

/**
 * A file's name as it is kept and given out: without folders, control characters, signs that are not seen or that turn
 * the reading direction ("gnp.exe" shown as "exe.png"), and signs a file system minds; its ending stays.
 */
export function cleanName(name: string): string {
  const bare = name
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, "")
    .replace(/^.*[\\/]/, "")
    .replace(/[<>:"|?*]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const signs = [...bare];
  if (signs.length <= longestName) return bare;
  const ending = /\.[a-z0-9]{1,5}$/i.exec(bare)?.[0] ?? "";
  const stem = signs.slice(0, longestName - ending.length).join("");
  return stem.replace(/[. ]+$/, "") + ending;
}
