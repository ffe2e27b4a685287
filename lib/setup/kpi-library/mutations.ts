import { Refusal } from "@/lib/access/refusal";
import { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { libraryDefinition } from "./definition/model";
import { inputsOf, toBeAdded, unitMisfit } from "./model";
import { libraryPillars, themesOf } from "./pillar/model";
import { topics, type AppendixPart, type LibraryKpi } from "./topic/model";

/** What adding a selection made. */
export type Added = { kpis: number; base: number; pillars: number; present: number };

/**
 * Adds KPIs of the library with definitions from a year on, the base data their formulas need, and the library's own
 * pillars as far as none is chosen. What is there already by its code stays as it is. Refuses `access.notFound` for a
 * pillar of elsewhere, `setup.kpiLibrary.allPresent`, `setup.kpiLibrary.unitDiffers`, and `setup.taken` when somebody else was faster.
 */
export async function addFromLibrary(
  setter: Setter,
  { codes, year, pillarId }: { codes: string[]; year: number; pillarId: string | null },
): Promise<Added> {
  const { organisationId } = setter;
  let added: Added = { kpis: 0, base: 0, pillars: 0, present: 0 };
  await changeSetup(setter, async (tx) => {
    const held = await tx.kpi.findMany({
      where: { organisationId },
      select: {
        code: true,
        versions: { select: { unitOfMeasure: true }, orderBy: { validFromYear: "desc" }, take: 1 },
      },
    });
    const present = new Set(held.map(({ code }) => code));
    const kpis = toBeAdded(codes, present);
    if (kpis.length === 0) throw new Refusal("setup.kpiLibrary.allPresent", {}, "codes");
    const units = held.flatMap(({ code, versions: [now] }) => (now ? [[code, now.unitOfMeasure] as const] : []));
    const misfit = unitMisfit(kpis, new Map(units));
    if (misfit) throw new Refusal("setup.kpiLibrary.unitDiffers", misfit, "codes");
    const places =
      pillarId === null ? await ownPillars(tx, organisationId, kpis) : await chosenPillar(tx, organisationId, pillarId);
    await createKpis(tx, organisationId, kpis, { year, pillarOf: places.of, after: held.length });
    added = {
      kpis: kpis.filter(({ isBase }) => !isBase).length,
      base: kpis.filter(({ isBase }) => isBase).length,
      pillars: places.made,
      present: codes.filter((code) => present.has(code)).length,
    };
    return {
      action: "library.add",
      subject: String(year),
      detail: { codes: kpis.map(({ code }) => code), pillarsMade: places.made },
    };
  });
  return added;
}

type Places = { of: (part: AppendixPart) => string; made: number };

async function chosenPillar(tx: Prisma.TransactionClient, organisationId: string, id: string): Promise<Places> {
  if ((await tx.pillar.count({ where: { organisationId, id } })) === 0) throw new Refusal("access.notFound");
  return { of: () => id, made: 0 };
}

/** The library's pillars of the parts that are needed, made where they are missing. */
async function ownPillars(tx: Prisma.TransactionClient, organisationId: string, kpis: LibraryKpi[]): Promise<Places> {
  const parts = [...new Set(kpis.map(({ topic }) => topics[topic].part))];
  const held = await tx.pillar.findMany({ where: { organisationId }, select: { id: true, code: true } });
  const ids = new Map(held.map(({ id, code }) => [code, id]));
  const missing = parts.filter((part) => !ids.has(libraryPillars[part].code));
  const made = await tx.pillar.createManyAndReturn({
    data: missing.map((part, at) => {
      const { name, ...pillar } = libraryPillars[part];
      return { organisationId, ...pillar, nameDa: name[0], nameEn: name[1], position: held.length + at };
    }),
    select: { id: true, code: true },
  });
  made.forEach(({ id, code }) => ids.set(code, id));
  await tx.theme.createMany({
    data: missing.flatMap((part) =>
      themesOf(part).map(([nameDa, nameEn], position) => ({
        pillarId: ids.get(libraryPillars[part].code)!,
        nameDa,
        nameEn,
        position,
      })),
    ),
  });
  return { of: (part) => ids.get(libraryPillars[part].code)!, made: made.length };
}

async function createKpis(
  tx: Prisma.TransactionClient,
  organisationId: string,
  kpis: LibraryKpi[],
  { year, pillarOf, after }: { year: number; pillarOf: Places["of"]; after: number },
): Promise<void> {
  const made = await tx.kpi.createManyAndReturn({
    data: kpis.map(({ code, topic, isBase }, at) => ({
      organisationId,
      code,
      purpose: isBase ? ("base" as const) : ("indicator" as const),
      pillarId: pillarOf(topics[topic].part),
      position: after + at,
      pillarPosition: after + at,
      ...(isBase
        ? {}
        : { appendixPart: topics[topic].part, tableDa: topics[topic].name[0], tableEn: topics[topic].name[1] }),
    })),
    select: { id: true, code: true },
  });
  const idOf = new Map(made.map(({ id, code }) => [code, id]));
  await tx.kpiVersion.createMany({
    data: kpis.map((kpi) => {
      const { weightCode: _, formula, ...definition } = libraryDefinition(kpi, year);
      return { organisationId, kpiId: idOf.get(kpi.code)!, ...definition, formula: formula ?? Prisma.DbNull };
    }),
  });
  await tx.kpiReference.createMany({
    data: kpis.flatMap(({ code, sources }) =>
      sources
        .filter(({ framework }) => framework !== "Aleris")
        .map((source) => ({ organisationId, kpiId: idOf.get(code)!, ...source })),
    ),
  });
  await indent(tx, organisationId, kpis, idOf);
  const fte = idOf.get("fte");
  if (fte) await tx.organisation.updateMany({ where: { id: organisationId, fteKpiId: null }, data: { fteKpiId: fte } });
}

/** A ratio to revenue stands indented under its figure. */
async function indent(
  tx: Prisma.TransactionClient,
  organisationId: string,
  kpis: LibraryKpi[],
  idOf: ReadonlyMap<string, string>,
): Promise<void> {
  for (const kpi of kpis) {
    const [figure, below] = inputsOf(kpi);
    if (kpi.formula?.kind !== "ratio" || below !== "revenue" || !idOf.has(figure!)) continue;
    await tx.kpi.updateMany({
      where: { organisationId, id: idOf.get(kpi.code)! },
      data: { parentId: idOf.get(figure!)! },
    });
  }
}
