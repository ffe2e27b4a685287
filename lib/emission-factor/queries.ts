import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { FactorBook, FactorVersion } from "./model";

/** Every version of the organisation's emission factors, and which of them published years keep. Three reads. */
export async function loadFactorBook(
  organisationId: string,
  reader: Prisma.TransactionClient = database,
): Promise<FactorBook> {
  const [versions, pins, published] = await Promise.all([
    reader.emissionFactorVersion.findMany({
      where: { organisationId },
      include: { factor: true },
      orderBy: [{ factor: { code: "asc" } }, { version: "asc" }],
    }),
    reader.factorPin.findMany({
      where: { organisationId },
      select: { year: true, factorId: true, versionId: true },
      orderBy: { id: "asc" },
    }),
    reader.reportingPeriod.findMany({ where: { organisationId, state: "published" }, select: { year: true } }),
  ]);
  return { versions: versions.map(plain), pins, published: new Set(published.map(({ year }) => year)) };
}

type Row = Prisma.EmissionFactorVersionGetPayload<{ include: { factor: true } }>;

function plain({ factor, ...row }: Row): FactorVersion {
  return {
    id: row.id,
    factorId: row.factorId,
    code: factor.code,
    activity: { da: factor.activityDa, en: factor.activityEn },
    scope: factor.scope as FactorVersion["scope"],
    method: factor.method,
    region: factor.region,
    version: row.version,
    validFromYear: row.validFromYear,
    value: row.value.toFixed(row.scale),
    unitIn: row.unitIn,
    unitOut: row.unitOut,
    source: row.source,
    retrievedOn: row.retrievedOn.toISOString().slice(0, 10),
    note: row.note,
    isBackCalculated: row.isBackCalculated,
    isExample: row.isExample,
    addedBy: row.addedBy,
    addedAt: row.addedAt.toISOString(),
  };
}
