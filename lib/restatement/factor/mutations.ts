import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { factorFinder, type FactorVersion } from "@/lib/emission-factor/model";
import { loadFactorBook } from "@/lib/emission-factor/queries";
import type { Planner } from "../plan/mutations";

/** Which version of a factor published years shall keep from now on. */
export type FactorWrite = { factorCode: string; versionId: string; fromYear: number; toYear: number };

/**
 * Plans to restate an emission factor: the published years among those asked for keep another of its versions from
 * then on, which is pinned for each of them. Refuses `access.notFound` for a version of another factor or
 * organisation, `restatement.factorTooLate` for one that holds from a later year only, and
 * `restatement.nothingChanges`.
 */
export function planFactor(organisationId: string, { factorCode, versionId, fromYear, toYear }: FactorWrite): Planner {
  return async (reader) => {
    const book = await loadFactorBook(organisationId, reader);
    const version = book.versions.find(({ id, code }) => id === versionId && code === factorCode);
    if (!version) throw new Refusal("access.notFound");
    const years = [...book.published].filter((year) => year >= fromYear && year <= toYear).sort((a, b) => a - b);
    const first = years[0] ?? fromYear;
    if (version.validFromYear > first)
      throw new Refusal("restatement.factorTooLate", { year: String(version.validFromYear) }, "fromYear");
    const held = factorFinder(book);
    const other = years.filter((year) => held(factorCode, year)?.id !== versionId);
    if (years.length > 0 && other.length === 0) throw new Refusal("restatement.nothingChanges", {}, "version");
    const last = years.at(-1) ?? toYear;
    return {
      years: [fromYear, toYear],
      row: {
        kind: "factor",
        factorCode,
        before: Object.fromEntries(years.map((year) => [year, said(held(factorCode, year))])),
        after: said(version)!,
      },
      subjectOf: () => ({
        kind: "factor",
        factorCode,
        use: { ...version, isPinned: true },
        ...{ fromYear: first, toYear: last },
      }),
      act: { action: "factor.restate", detail: { factor: factorCode, version: version.version, years: other } },
      write: async (tx) => {
        const pins = other.map((year) => ({ organisationId, year, factorId: version.factorId, versionId }));
        await tx.factorPin.createMany({ data: pins });
      },
    };
  };
}

function said(version: FactorVersion | null): Prisma.InputJsonObject | null {
  if (!version) return null;
  const { id, value, unitIn, unitOut, source } = version;
  return { id, version: version.version, value, unitIn, unitOut, source };
}
