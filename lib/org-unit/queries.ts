import { database } from "@/lib/database/client";
import type { Prisma } from "@/lib/database/generated/client";
import type { OrgUnitNode, Placement } from "./model";

/** What the tree of any year follows from: every org unit there ever was, and where each hung from which day on. */
export async function getOrgUnits(
  organisationId: string,
  reader: Prisma.TransactionClient = database,
): Promise<{ orgUnits: OrgUnitNode[]; placements: Placement[] }> {
  const [orgUnits, placements] = await Promise.all([
    reader.orgUnit.findMany({ where: { organisationId }, orderBy: [{ position: "asc" }, { code: "asc" }] }),
    reader.orgUnitPlacement.findMany({
      where: { organisationId },
      orderBy: [{ orgUnitId: "asc" }, { validFrom: "asc" }],
    }),
  ]);
  return {
    orgUnits: orgUnits.map((row) => ({ ...row, opensOn: day(row.opensOn), closesOn: day(row.closesOn) })),
    placements: placements.map((row) => ({ ...row, validFrom: day(row.validFrom)! })),
  };
}

const day = (date: Date | null) => date && date.toISOString().slice(0, 10);
