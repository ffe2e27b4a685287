import { database } from "@/lib/database/client";
import type { AgreementState } from "@/lib/database/generated/enums";
import { isNamed } from "./model";

/** An agreement as a list counts it. */
export type ListedAgreement = { id: string; name: string; state: AgreementState; edition: number };

/** Every agreement of a period, in the order of the org units: enough to count, to narrow and to page. */
export async function getListed(organisationId: string, periodId: string): Promise<ListedAgreement[]> {
  const rows = await database.agreement.findMany({
    where: { organisationId, periodId },
    select: { id: true, state: true, edition: true, orgUnit: { select: { name: true } } },
    orderBy: [{ orgUnit: { position: "asc" } }, { orgUnit: { code: "asc" } }],
  });
  return rows.map(({ orgUnit, ...row }) => ({ ...row, name: orgUnit.name }));
}

/** The org units whose name holds what is looked for; null: nothing is looked for. */
export async function getOrgUnitsNamed(organisationId: string, part: string | null): Promise<string[] | null> {
  if (part === null) return null;
  const rows = await database.orgUnit.findMany({ where: { organisationId }, select: { id: true, name: true } });
  return rows.filter(({ name }) => isNamed(name, part)).map(({ id }) => id);
}
