import { describe, expect, it } from "vitest";
import type { Access } from "@/lib/access/model";
import type { Role } from "@/lib/access/policy";
import * as beside from "@/lib/value/beside/queries";
import { attachFile, discuss } from "@/prisma/demo/beside-factory";
import { besideWorld, pdf } from "./beside-world";
import { anOrganisation } from "./value-world";

const { here, cell } = besideWorld();
const access = (role: Role, reach: string[] | null = null): Access => ({
  user: { id: here.aleris.actorId, name: "x", email: "x@aleris.example" },
  organisation: {
    id: here.aleris.organisationId,
    slug: "aleris",
    name: "aleris",
    dataVersion: "1",
    hasAgreements: false,
  },
  roles: [role],
  orgUnitIds: reach,
  organisations: [],
});
const address = (unit: string, code = "electricity", year = 2024) => ({ year, unit, code });

describe("what stands beside a value", () => {
  it("is found by its address, within the reach of whoever asks", async () => {
    expect(await beside.requireCell(access("contributor", [here.aleris.north]), address("north"))).toEqual(cell());
    for (const [who, where] of [
      [access("contributor", [here.aleris.north]), address("south")],
      [access("controller"), address("nowhere")],
      [access("controller"), address("north", "nothing")],
      [access("controller"), address("north", "electricity", 1999)],
      [access("controller"), address("north", "electricity", 2030)],
    ] as const)
      await expect(beside.requireCell(who, where), JSON.stringify(where)).rejects.toMatchObject({
        code: "access.notFound",
      });
    // Twin: a reach that is not bound sees the other org unit.
    expect(await beside.requireCell(access("auditor"), address("south"))).toEqual(
      cell(here.aleris.electricity, here.aleris.south),
    );
  });

  it.each<[Role, number, string]>([
    ["contributor", 2024, "addEvidence withdraw discuss restore submit"],
    ["controller", 2024, "addEvidence withdraw discuss restore submit approve sendBack"],
    ["administrator", 2023, "addEvidence discuss"],
    ["manager", 2024, ""],
    ["auditor", 2024, ""],
    ["auditor", 2023, ""],
  ])("lets the %s do in %i: %s", async (role, year, allowed) => {
    const { acts } = await beside.getBeside(access(role), cell(here.aleris.electricity, here.aleris.north, year));
    expect(
      Object.entries(acts)
        .flatMap(([act, may]) => (may ? [act] : []))
        .join(" "),
    ).toBe(allowed);
  });

  it("is counted per cell in one read: evidence that holds, discussions that are open", async () => {
    const fresh = await anOrganisation(here.database, "counted");
    const by = { actorId: fresh.actorId, at: new Date() };
    const at = (orgUnitId: string) => ({
      organisationId: fresh.organisationId,
      kpiId: fresh.electricity,
      orgUnitId,
      year: 2024,
    });
    const file = { name: "a.pdf", kind: "pdf", bytes: pdf };
    await attachFile(here.database, at(fresh.north), by, file);
    const gone = await attachFile(here.database, at(fresh.north), by, { ...file, bytes: Buffer.from("other") });
    await here.database.evidenceWithdrawal.create({
      data: { evidenceId: gone, organisationId: fresh.organisationId, reason: "x", actorId: by.actorId },
    });
    await discuss(here.database, at(fresh.north), [{ ...by, text: "open" }]);
    await discuss(here.database, at(fresh.north), [
      { ...by, text: "done" },
      { ...by, act: "resolved" },
    ]);
    await discuss(here.database, at(fresh.south), [
      { ...by, text: "again" },
      { ...by, act: "resolved" },
      { ...by, act: "reopened" },
      { ...by, text: "more" },
    ]);
    const counts = await beside.getBesideCounts(fresh.organisationId, 2024, null);
    const of = (orgUnitId: string) => counts.find((one) => one.orgUnitId === orgUnitId);
    expect(of(fresh.north)).toMatchObject({ kpiId: fresh.electricity, evidence: 1, open: 1 });
    expect(of(fresh.south)).toMatchObject({ evidence: 0, open: 1 });
    expect(await beside.getBesideCounts(fresh.organisationId, 2024, [fresh.south])).toHaveLength(1);
    expect(await beside.getBesideCounts(fresh.organisationId, 2023, null)).toEqual([]);
  });
});
