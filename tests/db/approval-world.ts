import { afterAll, beforeAll, beforeEach } from "vitest";
import type { VerdictKind } from "@/lib/approval/model";
import { sayVerdict, type Saying } from "@/lib/approval/mutations";
import { getApprovals } from "@/lib/approval/queries";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation, type ValueWorld } from "./value-world";

/** What is entered as a figure. */
export const amount = (figure: string): Omit<CellWrite, "kpiId" | "orgUnitId" | "year" | "seen"> => ({
  ...emptyContent,
  status: "reported",
  amount: figure,
  scale: 0,
});

/** For each test two organisations of its own and a reviewer, and the ways a figure is stored and spoken of. */
export function approvalWorld() {
  const here = {} as TestDatabase & { ours: ValueWorld; other: ValueWorld; reviewer: string };
  let round = 0;
  beforeAll(async () => void Object.assign(here, await freshDatabase()));
  afterAll(() => here.close());
  beforeEach(async () => {
    here.ours = await anOrganisation(here.database, `org-${++round}`);
    here.other = await anOrganisation(here.database, `other-${round}`);
    const person = await here.database.user.create({ data: { name: "Reviewer", email: `reviewer@${round}.example` } });
    here.reviewer = person.id;
  });

  const store = (
    figure: string,
    seen: number,
    { kpiId = here.ours.electricity, orgUnitId = here.ours.north, by = here.ours.actorId } = {},
  ) => {
    const cells = [{ kpiId, orgUnitId, year: 2024, seen, ...amount(figure) }];
    return saveValues(here.database, { organisationId: here.ours.organisationId, actorId: by, door: "page", cells });
  };
  const at = (version: number) => ({
    of: { cells: [{ kpiId: here.ours.electricity, orgUnitId: here.ours.north, version }] },
  });
  const say = (verdict: VerdictKind, actorId: string, more: Partial<Saying> = {}) =>
    sayVerdict(here.database, {
      organisationId: here.ours.organisationId,
      actorId,
      door: "page",
      reach: null,
      year: 2024,
      verdict,
      comment: verdict === "returned" ? "kWh?" : "",
      ...at(1),
      ...more,
    });
  const state = async () => {
    const { organisationId, electricity, north } = here.ours;
    return (await getApprovals(organisationId, 2024, [north])).get(`${electricity} ${north}`)?.state;
  };
  return { here, store, say, at, state };
}
