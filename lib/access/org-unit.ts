import { coversOrgUnit, type Access } from "./model";
import { Refusal } from "./refusal";

/** Refuses with `access.notFound` when the org unit lies outside what the person may enter for. Belonging to the organisation is the query's to check. */
export function requireOrgUnit(access: Pick<Access, "orgUnitIds">, orgUnitId: string): void {
  if (!coversOrgUnit(access, orgUnitId)) throw new Refusal("access.notFound");
}
