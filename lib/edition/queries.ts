import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import { memo } from "@/lib/memo/model";
import type { Organisation } from "@/lib/report/reference/queries";
import { getFindings } from "@/lib/report/check/queries";
import { getContents } from "./contents/queries";
import type { FrozenFigures } from "./figures/model";
import { DRAWN, FIGURES, sha256, stateOf, TEXTS, type ReportState } from "./model";
import type { FrozenText } from "./texts/model";

/** An edition in the list of a report's editions. */
export type EditionEntry = {
  number: number;
  publishedAt: Date;
  by: string;
  note: string;
  figuresDigest: string;
  files: { path: string; size: number; sha256: string }[];
};

/** How far the report of a year has come: its state, what keeps it from being ready, its editions, newest first. */
export type Standing = {
  state: ReportState;
  open: number;
  editions: EditionEntry[];
  /** The edition at the public address; null: none. */
  publicEdition: number | null;
};

/** The editions of a report and how far it has come; null without a report. */
export async function getStanding(organisation: Organisation, year: number): Promise<Standing | null> {
  const organisationId = organisation.id;
  const report = await database.report.findUnique({
    where: { organisationId_year: { organisationId, year } },
    select: { readyDigest: true, publicEdition: true },
  });
  if (!report) return null;
  const [contents, findings, editions] = await Promise.all([
    getContents(organisation, year),
    getFindings(organisation, year),
    listEditions(organisationId, year),
  ]);
  const [last] = editions;
  const digestOf = (path: string) => last?.files.find((file) => file.path === path)?.sha256 ?? "";
  const published = last ? sha256(digestOf(FIGURES) + digestOf(TEXTS) + digestOf(DRAWN)) : null;
  return {
    state: stateOf(contents.digest, report.readyDigest, published),
    open: (findings ?? []).filter(({ accepted }) => accepted === null).length,
    editions,
    publicEdition: report.publicEdition,
  };
}

/** Every edition of a report with its files, newest first. */
export async function listEditions(organisationId: string, year: number): Promise<EditionEntry[]> {
  const rows = await database.edition.findMany({
    where: { organisationId, year },
    include: { files: { select: { path: true, size: true, sha256: true }, orderBy: { path: "asc" } } },
    orderBy: { number: "desc" },
  });
  const people = await database.user.findMany({
    where: { id: { in: rows.map(({ publishedBy }) => publishedBy) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ number, publishedAt, publishedBy, note, figuresDigest, files }) => ({
    ...{ number, publishedAt, note, figuresDigest, files },
    by: nameOf.get(publishedBy) ?? "",
  }));
}

/** Which edition of whom. */
export type EditionKey = { organisationId: string; year: number; number: number };

/** Files that are read again and again; they never change, so what is found is kept. */
const keptFile = memo(24, async (organisationId: string, year: number, number: number, path: string) => {
  const where = { organisationId_year_number_path: { organisationId, year, number, path } };
  const file = await database.editionFile.findUnique({
    where,
    select: { bytes: true, mediaType: true, sha256: true },
  });
  // A refusal is not kept: the edition may be published in a moment, and names that are guessed take nobody's place.
  if (!file) throw new Refusal("access.notFound");
  return file;
});

/** One file of an edition; null when there is none. */
export async function getEditionFile({ organisationId, year, number }: EditionKey, path: string) {
  return keptFile(organisationId, year, number, path).catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}

/** Every file of an edition, in the order of their paths; empty when there is no such edition. */
export async function getEditionFiles(key: EditionKey) {
  return database.editionFile.findMany({
    where: key,
    select: { path: true, mediaType: true, bytes: true },
    orderBy: { path: "asc" },
  });
}

/** What an edition says, read from its own files; null when there is no such edition. */
export async function getFrozen(key: EditionKey): Promise<{ figures: FrozenFigures; texts: FrozenText[] } | null> {
  const [figures, texts] = await Promise.all([getEditionFile(key, FIGURES), getEditionFile(key, TEXTS)]);
  if (!figures || !texts) return null;
  const read = <Data>({ bytes }: { bytes: Uint8Array }) => JSON.parse(new TextDecoder().decode(bytes)) as Data;
  return { figures: read<FrozenFigures>(figures), texts: read<FrozenText[]>(texts) };
}

/** Every edition of an organisation, to compare with: newest year first. */
export async function listAllEditions(organisationId: string): Promise<{ year: number; number: number }[]> {
  return database.edition.findMany({
    where: { organisationId },
    orderBy: [{ year: "desc" }, { number: "desc" }],
    select: { year: true, number: true },
  });
}
