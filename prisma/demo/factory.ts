/**
 * Makes rows of every kind with as little said as possible. The demo and the tests share these, so that both speak
 * of the same shapes.
 */
import { hashPassword } from "@/lib/session/password/hash";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import type { Role, ValueOrigin, ValueStatus } from "@/lib/database/generated/enums";
import type { FormulaText } from "@/lib/kpi/schema";

type Database = PrismaClient | Prisma.TransactionClient;
type Made<Delegate extends keyof Prisma.TypeMap["model"]> =
  Prisma.TypeMap["model"][Delegate]["operations"]["create"]["args"]["data"];

/** An organisation with its root org unit. */
export async function createOrganisation(
  database: Database,
  given: { slug: string; name: string; nameEn?: string },
): Promise<{ id: string; rootId: string }> {
  const organisation = await database.organisation.create({ data: given });
  const root = await database.orgUnit.create({
    data: { organisationId: organisation.id, code: given.slug, name: given.name, isRoot: true },
  });
  return { id: organisation.id, rootId: root.id };
}

/** Org units directly below the root, in order; codes from names. Returns ids by name. */
export async function createOrgUnits(
  database: Database,
  organisationId: string,
  names: string[],
): Promise<Map<string, string>> {
  const rows = names.map((name, position) => ({ organisationId, name, code: codeFrom(name), position }));
  const made = await database.orgUnit.createManyAndReturn({ data: rows });
  return new Map(made.map((row) => [row.name, row.id]));
}

/** A code as addresses and formulas take it: "Aarhus Universitetshospital" → "aarhus-universitetshospital". */
export function codeFrom(name: string): string {
  const plain = name.toLowerCase().replaceAll("ø", "oe").replaceAll("å", "aa").replaceAll("æ", "ae");
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Reporting years, open. Publish them when their figures are in: from then on the database takes no more. */
export async function createPeriods(
  database: Database,
  organisationId: string,
  years: number[],
  dueOn?: string,
): Promise<void> {
  await database.reportingPeriod.createMany({
    data: years.map((year) => ({ organisationId, year, dueOn: dueOn ? new Date(dueOn) : null })),
  });
}

export type KpiVersionInput = Partial<Omit<Made<"KpiVersion">, "formula">> & {
  validFromYear?: number;
  formula?: FormulaText | undefined;
};

/** A KPI with its versions; what is not said is the plainest: an entered number of the organisation, named by its code. */
export async function createKpi(
  database: Database,
  organisationId: string,
  given: Partial<Made<"Kpi">> & { code: string },
  versions: KpiVersionInput[] = [{}],
): Promise<string> {
  const kpi = await database.kpi.create({
    data: { position: 0, organisationId, ...given } as Prisma.KpiUncheckedCreateInput,
  });
  await database.kpiVersion.createMany({
    data: versions.map((version) => versionRow(organisationId, kpi.id, given.code, version)),
  });
  return kpi.id;
}

function versionRow(
  organisationId: string,
  kpiId: string,
  code: string,
  version: KpiVersionInput,
): Prisma.KpiVersionCreateManyInput {
  const plain = {
    validFromYear: 2000,
    nameDa: code,
    nameEn: code,
    shortNameDa: code.slice(0, 36),
    shortNameEn: code.slice(0, 36),
    unitOfMeasure: "t",
  };
  return { ...plain, ...version, organisationId, kpiId } as Prisma.KpiVersionCreateManyInput;
}

export type FactorInput = Omit<Made<"EmissionFactor">, "organisationId" | "versions"> & {
  versions: (Omit<Made<"EmissionFactorVersion">, "organisationId" | "factorId" | "version" | "scale" | "addedBy"> & {
    value: string;
    retrievedOn: string;
  })[];
};

/** An emission factor with its versions, in the order given. */
export async function createFactor(
  database: Database,
  organisationId: string,
  by: { actorId: string; at: Date },
  { versions, ...given }: FactorInput,
): Promise<string> {
  const data = { ...given, organisationId } as Prisma.EmissionFactorUncheckedCreateInput;
  const { id: factorId } = await database.emissionFactor.create({ data, select: { id: true } });
  const rows = versions.map((version, index) => ({
    ...version,
    organisationId,
    factorId,
    version: index + 1,
    scale: version.value.split(".")[1]?.length ?? 0,
    retrievedOn: new Date(version.retrievedOn),
    addedBy: by.actorId,
    // Nobody adds what has not been read yet.
    addedAt: new Date(Math.max(by.at.getTime(), Date.parse(`${version.retrievedOn}T09:00:00Z`))),
  }));
  await database.emissionFactorVersion.createMany({ data: rows as Prisma.EmissionFactorVersionCreateManyInput[] });
  return factorId;
}

export type ValueInput = {
  kpiId: string;
  orgUnitId: string;
  year: number;
  status?: ValueStatus;
  /** A decimal as text ("0.90" has two decimals), or the two shares of a split. */
  figure?: string | { men: string; women: string };
  origin?: ValueOrigin;
  isExample?: boolean;
  basis?: string;
  comment?: string;
  source?: string;
  /** Ids of the org units a declared coverage names. */
  covers?: string[];
};

/** Stores first values with their first revision, by one author at one time. */
export async function recordValues(
  database: Database,
  organisationId: string,
  by: { actorId: string; at: Date; door?: string },
  inputs: ValueInput[],
): Promise<void> {
  const rows = inputs.map(({ figure, covers: _, status = "reported", ...rest }) => ({
    organisationId,
    status,
    origin: "entered" as const,
    ...rest,
    ...figureColumns(figure),
    version: 1,
  }));
  await database.yearlyValue.createMany({
    data: rows.map((row) => ({ ...row, updatedBy: by.actorId, updatedAt: by.at })),
  });
  await database.valueRevision.createMany({
    data: rows.map((row) => ({
      isExample: false,
      basis: "",
      comment: "",
      source: "",
      ...row,
      actorId: by.actorId,
      at: by.at,
      door: by.door ?? "demo",
    })),
  });
  const coverage = inputs.flatMap(({ covers = [], kpiId, orgUnitId: rootId, year }) =>
    covers.map((orgUnitId) => ({ organisationId, kpiId, rootId, year, orgUnitId })),
  );
  if (coverage.length > 0) await database.valueCoverage.createMany({ data: coverage });
}

/** Puts another figure in a cell that was recorded before, as its second revision. */
export async function reviseValue(
  database: Database,
  organisationId: string,
  by: { actorId: string; at: Date },
  { figure, covers: _, status = "reported", kpiId, orgUnitId, year, ...rest }: ValueInput,
): Promise<void> {
  const said = { status, basis: "", ...rest, ...figureColumns(figure), version: 2 };
  const row = await database.yearlyValue.update({
    where: { kpiId_orgUnitId_year: { kpiId, orgUnitId, year } },
    data: { ...said, updatedBy: by.actorId, updatedAt: by.at },
  });
  const { origin, isExample, comment, source } = row;
  const place = { organisationId, kpiId, orgUnitId, year };
  await database.valueRevision.create({
    data: { ...place, origin, isExample, comment, source, ...said, actorId: by.actorId, at: by.at, door: "demo" },
  });
}

function figureColumns(figure: ValueInput["figure"]) {
  if (figure === undefined) return {};
  if (typeof figure === "string") return { amount: figure, scale: figure.split(".")[1]?.length ?? 0 };
  return { men: figure.men, women: figure.women, scale: figure.men.split(".")[1]?.length ?? 0 };
}

/** A person with a password. */
export async function createUser(
  database: Database,
  given: { email: string; name: string; password: string; locale?: "da" | "en" },
): Promise<string> {
  const { password, ...person } = given;
  const user = await database.user.create({ data: { ...person, emailVerified: true } });
  await database.account.create({
    data: { userId: user.id, accountId: user.id, providerId: "credential", password: await hashPassword(password) },
  });
  return user.id;
}

/** Gives a person a role, for named org units where it is a contributor's. */
export async function grant(
  database: Database,
  organisationId: string,
  userId: string,
  role: Role,
  orgUnitIds: string[] = [],
): Promise<void> {
  const membership = await database.membership.create({ data: { organisationId, userId, role } });
  await database.membershipOrgUnit.createMany({
    data: orgUnitIds.map((orgUnitId) => ({ organisationId, membershipId: membership.id, orgUnitId })),
  });
}
