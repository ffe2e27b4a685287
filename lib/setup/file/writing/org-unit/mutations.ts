import type { Prisma } from "@/lib/database/generated/client";
import { ROOT, type OrgUnitSetup } from "../../schema";

const day = (text: string | null) => (text === null ? null : new Date(text));

/** Makes and changes org units as a file says, in its order. Ids by code, the organisation's own node among them. */
export async function writeOrgUnits(
  tx: Prisma.TransactionClient,
  organisationId: string,
  units: OrgUnitSetup[],
  changed: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const held = await tx.orgUnit.findMany({
    where: { organisationId },
    select: { id: true, code: true, isRoot: true },
  });
  const ids = new Map(held.map(({ id, code, isRoot }) => [isRoot ? ROOT : code, id]));
  const made = await tx.orgUnit.createManyAndReturn({
    data: units.filter(({ code }) => !ids.has(code)).map(({ code, name }) => ({ organisationId, code, name })),
    select: { id: true, code: true },
  });
  made.forEach(({ id, code }) => ids.set(code, id));
  for (const [position, { code, name, opensOn, closesOn, mergedInto }] of units.entries())
    await tx.orgUnit.update({
      where: { id: ids.get(code)! },
      data: changed.has(code)
        ? {
            name,
            position,
            opensOn: day(opensOn),
            closesOn: day(closesOn),
            mergedIntoId: mergedInto === null ? null : ids.get(mergedInto)!,
          }
        : { position },
      select: { id: true },
    });
  const moved = units.filter(({ code }) => changed.has(code));
  await tx.orgUnitPlacement.deleteMany({
    where: { organisationId, orgUnitId: { in: moved.map(({ code }) => ids.get(code)!) } },
  });
  await tx.orgUnitPlacement.createMany({
    data: moved.flatMap(({ code, placed }) =>
      placed.map(({ under, from }) => ({
        organisationId,
        orgUnitId: ids.get(code)!,
        parentId: ids.get(under)!,
        validFrom: new Date(from),
      })),
    ),
  });
  return ids;
}
