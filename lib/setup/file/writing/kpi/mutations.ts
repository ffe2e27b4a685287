import { Prisma } from "@/lib/database/generated/client";
import type { KpiSetup } from "../../schema";
import { writeParts, type Ids } from "../kpi-part/mutations";

/**
 * Makes and changes KPIs as a file says, in its order: the rows first, because definitions, parents and successors
 * name one another. `before`: what the organisation had. Ids by code.
 */
export async function writeKpis(
  tx: Prisma.TransactionClient,
  { organisationId, actorId }: { organisationId: string; actorId: string },
  { kpis, before, changed }: { kpis: KpiSetup[]; before: KpiSetup[]; changed: ReadonlySet<string> },
  places: { orgUnits: ReadonlyMap<string, string>; pillars: ReadonlyMap<string, string> },
): Promise<Map<string, string>> {
  const held = await tx.kpi.findMany({ where: { organisationId }, select: { id: true, code: true } });
  const codes = new Map(held.map(({ id, code }) => [code, id]));
  const made = await tx.kpi.createManyAndReturn({
    data: kpis
      .filter(({ code }) => !codes.has(code))
      .map(({ code, purpose }) => ({ organisationId, code, purpose, position: 0 })),
    select: { id: true, code: true },
  });
  made.forEach(({ id, code }) => codes.set(code, id));
  const ids: Ids = { kpis: codes, ...places };
  const touched = kpis.filter(({ code }) => changed.has(code));
  // A successor may pass from one KPI to another: first nobody has one.
  await tx.kpi.updateMany({
    where: { organisationId, id: { in: touched.map(({ code }) => codes.get(code)!) } },
    data: { replacesId: null },
  });
  const order = kpis.map(({ code }) => codes.get(code)!);
  await tx.$executeRaw`
    UPDATE "Kpi" SET "position" = place - 1 FROM unnest(${order}::uuid[]) WITH ORDINALITY AS given(id, place)
    WHERE "Kpi".id = given.id AND "organisationId" = ${organisationId}::uuid`;
  const was = new Map(before.map((kpi) => [kpi.code, kpi]));
  for (const kpi of touched) {
    const idOf = (code: string | null) => (code === null ? null : codes.get(code)!);
    await tx.kpi.update({
      where: { id: codes.get(kpi.code)! },
      data: {
        purpose: kpi.purpose,
        pillarId: kpi.pillar === null ? null : places.pillars.get(kpi.pillar)!,
        pillarPosition: kpi.pillarPosition,
        appendixPart: kpi.appendixPart,
        tableDa: kpi.tableDa,
        tableEn: kpi.tableEn,
        parentId: idOf(kpi.parent),
        replacesId: idOf(kpi.replaces),
        lastYear: kpi.lastYear,
        needsFourEyes: kpi.needsFourEyes,
      },
      select: { id: true },
    });
    await writeParts(tx, { organisationId, actorId }, kpi, was.get(kpi.code) ?? null, ids);
  }
  return codes;
}
