import {
  saysTheSame,
  settleIdentity,
  settleVersion,
  type Addition,
  type DraftRefusal,
  type FactorIdentity,
  type SettledVersion,
} from "@/lib/emission-factor/draft/model";
import type { FactorVersion } from "@/lib/emission-factor/model";
import { factorSchema, type FactorDraft } from "@/lib/emission-factor/schema";
import type { FileRow } from "@/lib/import/cell/model";
import { csvReader, delimiterOf } from "@/lib/import/csv/model";
import type { Locale } from "@/lib/language/model";
import { scaleOf } from "@/lib/number/model";

/** Columns of a file of factors, in the order of the example, with the headings that are understood. */
const fileColumns: Record<keyof FactorDraft, string[]> = {
  code: ["code", "kode"],
  activityDa: ["activity (da)", "aktivitet"],
  activityEn: ["activity (en)", "aktivitet (en)", "activity"],
  scope: ["scope"],
  method: ["method", "metode"],
  region: ["region", "område"],
  validFromYear: ["year", "år"],
  value: ["value", "værdi"],
  unitOut: ["unit out", "enhed ud"],
  unitIn: ["unit in", "enhed ind"],
  source: ["source", "kilde"],
  retrievedOn: ["retrieved", "hentet"],
  note: ["note"],
};

/** Most lines read; a catalogue with more is not an organisation's own. */
const MOST_LINES = 2_000;

/** A file that would be taken, in the notation of the language. */
export function exampleFile(locale: Locale): string {
  const heading = Object.values(fileColumns).map((names) => names[locale === "da" ? 1 : 0] ?? names[0]!);
  const [value, source] =
    locale === "da" ? ["145,56", "Deklaration 2024, tabel 1"] : ["145.56", "Declaration 2024, table 1"];
  const line = [
    "electricity-location",
    "Strøm",
    "Electricity",
    "2",
    "location",
    "DK",
    "2024",
    value,
    "kg CO2e",
    "MWh",
    source,
    "2025-02-20",
    "",
  ];
  return [heading, line].map((cells) => cells.join(";")).join("\n");
}

/** What a line would do, or why it is refused. Lines are counted as in the file, the heading being line 1. */
export type FileLine = {
  line: number;
  code: string;
  what: "newFactor" | "newVersion" | "unchanged" | "refused";
  refusals: DraftRefusal[];
};

/** A file as judged: line by line, and what it adds if no line is refused. */
export type FileJudgement = { lines: FileLine[]; additions: Addition[]; refusal: DraftRefusal | null };

/**
 * Judges a file of factors against those that are there: each line is a new factor, a new version, nothing new, or
 * refused with every reason. Taking the same file in twice adds nothing the second time.
 */
export function judgeFile(csv: string, known: readonly FactorVersion[], locale: Locale): FileJudgement {
  const [head = [], ...rows] = rowsOf(csv);
  const columns = columnsIn(head);
  const missing = (Object.keys(fileColumns) as (keyof FactorDraft)[]).filter(
    (name) => name !== "note" && !columns.has(name),
  );
  if (missing.length > 0)
    return nothing("factor.columnsMissing", {
      columns: missing.map((name) => fileColumns[name][locale === "da" ? 1 : 0] ?? name).join(", "),
    });
  if (rows.length === 0) return nothing("factor.fileEmpty");
  if (rows.length > MOST_LINES) return nothing("factor.fileTooLong");
  const byCode = new Map<string, Held>();
  for (const version of known) {
    const held = byCode.get(version.code);
    if (held) held.versions.push({ ...version, scale: scaleOf(version.value) });
    else
      byCode.set(version.code, { ...version, isNew: false, versions: [{ ...version, scale: scaleOf(version.value) }] });
  }
  const judged = rows.map((row) => judgeLine(row, columns, byCode, locale));
  return {
    lines: judged.map(({ line }) => line),
    additions: judged.flatMap(({ addition }) => addition ?? []),
    refusal: null,
  };
}

/** A factor that is there, or that an earlier line of the file adds. */
type Held = Pick<FactorIdentity, "scope" | "method" | "region"> & {
  factorId: string;
  isNew: boolean;
  versions: SettledVersion[];
};

function nothing(code: string, values: Record<string, string> = {}): FileJudgement {
  return { lines: [], additions: [], refusal: { code, field: "csv", values } };
}

/** The lines that say something, each with its number in the file as its first cell. */
function rowsOf(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, "");
  const rows: FileRow[] = [];
  const reader = csvReader(delimiterOf(text), rows);
  reader.push(text);
  reader.end();
  return rows
    .filter(({ cells }) => cells.length > 0)
    .map(({ index, cells }) => {
      const row = [String(index + 1)];
      for (const { column, text: cell } of cells) row[column + 1] = cell;
      return row;
    });
}

function columnsIn(head: string[]): Map<keyof FactorDraft, number> {
  const headings = Array.from(head, (text) => (text ?? "").trim().toLowerCase());
  return new Map(
    (Object.entries(fileColumns) as [keyof FactorDraft, string[]][]).flatMap(([name, known]) => {
      const at = headings.findIndex((heading) => known.includes(heading));
      return at < 0 ? [] : [[name, at] as const];
    }),
  );
}

function judgeLine(
  row: string[],
  columns: Map<keyof FactorDraft, number>,
  byCode: Map<string, Held>,
  locale: Locale,
): { line: FileLine; addition: Addition | null } {
  const typed = Object.fromEntries([...columns].map(([name, at]) => [name, (row[at] ?? "").trim()]));
  const parsed = factorSchema.safeParse({ ...typed, scope: typed.scope?.replace(/^scope\s*/i, "") });
  const line = { line: Number(row[0]), code: typed.code ?? "" };
  const refused = (refusals: DraftRefusal[]) => ({
    line: { ...line, what: "refused" as const, refusals },
    addition: null,
  });
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ message, path }) => ({
        code: message,
        field: String(path[0] ?? ""),
        values: { text: typed[String(path[0])] ?? "" },
      })),
    );
  const [identity, version] = [settleIdentity(parsed.data), settleVersion(parsed.data, locale)];
  if (!identity.ok || !version.ok) return refused([identity, version].flatMap((one) => (one.ok ? [] : [one.refusal])));
  return { ...placed(line, identity.settled, version.settled, byCode) };
}

/** Where a good line belongs: to a new factor, to one that is there, or nowhere because it says nothing new. */
function placed(
  line: Pick<FileLine, "line" | "code">,
  identity: FactorIdentity,
  version: SettledVersion,
  byCode: Map<string, Held>,
): { line: FileLine; addition: Addition | null } {
  const done = (what: FileLine["what"], addition: Addition | null, refusals: DraftRefusal[] = []) => ({
    line: { ...line, what, refusals },
    addition,
  });
  const held = byCode.get(identity.code);
  if (!held) {
    byCode.set(identity.code, { ...identity, factorId: "", isNew: true, versions: [version] });
    return done("newFactor", { identity, version });
  }
  const differs = (["scope", "method", "region"] as const).find((name) => held[name] !== identity[name]);
  if (differs)
    return done("refused", null, [
      { code: "factor.identityDiffers", field: differs, values: { held: String(held[differs] ?? "–") } },
    ]);
  if (held.versions.some((one) => saysTheSame(one, version))) return done("unchanged", null);
  held.versions.push(version);
  return done("newVersion", held.isNew ? { identity, version } : { factorId: held.factorId, version });
}
