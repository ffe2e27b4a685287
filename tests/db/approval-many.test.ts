import { describe, expect, it } from "vitest";
import { requireGiven } from "@/lib/approval/mutations";
import { approvalsOf, countApprovals } from "@/lib/approval/queries";
import { approvalWorld } from "./approval-world";

const { here, store, say, state } = approvalWorld();
const everything = { orgUnitId: null, pillarCode: null, seenAt: "2100-01-01T00:00:00Z" };

describe("a verdict on many", () => {
  it("names what it was not given to, by reason, and gives it to the rest", async () => {
    await store("5", 0);
    await store("6", 0, { orgUnitId: here.ours.south });
    await store("8", 0, { kpiId: here.ours.water, by: here.reviewer });
    await store("9", 0, { kpiId: here.ours.revenue, orgUnitId: here.ours.root });
    await say("submitted", here.ours.actorId, { of: { scope: everything } });
    await store("10", 1, { orgUnitId: here.ours.south });
    const cells = [
      { kpiId: here.ours.electricity, orgUnitId: here.ours.north, version: 1 },
      { kpiId: here.ours.electricity, orgUnitId: here.ours.south, version: 1 },
      { kpiId: here.ours.water, orgUnitId: here.ours.north, version: 1 },
      { kpiId: here.ours.board, orgUnitId: here.ours.root, version: 1 },
    ];
    expect(await say("approved", here.reviewer, { of: { cells } })).toEqual({
      given: 1,
      refused: { changed: 1, ownFigure: 1, unknown: 1 },
    });
    expect(await countApprovals(here.ours.organisationId, 2024)).toEqual({
      draft: 0,
      returned: 0,
      submitted: 3,
      approved: 1,
    });
  });

  it("is in what all readers are told as soon as it is said, and so is another figure", async () => {
    const told = async () => {
      const { id, dataVersion } = await here.database.organisation.findUniqueOrThrow({
        where: { id: here.ours.organisationId },
      });
      const { draft, submitted, approved } = await approvalsOf({ id, dataVersion: String(dataVersion) }, 2024);
      return { draft, submitted, approved };
    };
    await store("5", 0);
    expect(await told()).toEqual({ draft: 1, submitted: 0, approved: 0 });
    await say("submitted", here.ours.actorId);
    expect(await told()).toEqual({ draft: 0, submitted: 1, approved: 0 });
    await say("approved", here.reviewer);
    expect(await told()).toEqual({ draft: 0, submitted: 0, approved: 1 });
    await store("6", 1);
    expect(await told()).toEqual({ draft: 0, submitted: 1, approved: 0 });
  });

  it("takes a scope as it was seen, and nothing that changed since", async () => {
    await store("5", 0);
    await store("6", 0, { orgUnitId: here.ours.south });
    await say("submitted", here.ours.actorId, { of: { scope: everything } });
    const [{ now }] = await here.database.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
    await store("7", 1, { orgUnitId: here.ours.south });
    const scope = { ...everything, seenAt: now.toISOString() };
    expect(await say("approved", here.reviewer, { of: { scope } })).toEqual({ given: 1, refused: { changed: 1 } });
    const south = { ...everything, orgUnitId: here.ours.south };
    expect(await say("approved", here.reviewer, { of: { scope: south } })).toEqual({ given: 1, refused: {} });
  });

  it("is one link of the audit trail, and none when nothing was said", async () => {
    await store("5", 0);
    const count = () => here.database.auditEntry.count({ where: { organisationId: here.ours.organisationId } });
    const before = await count();
    await say("approved", here.reviewer);
    expect(await count()).toBe(before);
    await say("submitted", here.ours.actorId, { of: { scope: everything } });
    const [entry] = await here.database.auditEntry.findMany({
      where: { organisationId: here.ours.organisationId },
      orderBy: { sequence: "desc" },
      take: 1,
    });
    expect(entry).toMatchObject({ action: "value.submit", subject: "2024", door: "page", detail: { count: 1 } });
  });

  it("reaches no other organisation and no other org unit", async () => {
    await store("5", 0);
    const foreign = { kpiId: here.ours.electricity, orgUnitId: here.ours.north, version: 1 };
    const theirs = { organisationId: here.other.organisationId, of: { cells: [foreign] } };
    expect(await say("submitted", here.other.actorId, theirs)).toEqual({ given: 0, refused: { unknown: 1 } });
    expect(await say("submitted", here.ours.actorId, { reach: [here.ours.south] })).toEqual({ given: 0, refused: {} });
    expect(() => requireGiven({ given: 0, refused: {} })).toThrowError("approval.nothingWaits");
    expect(await state()).toBe("draft");
  });

  it("is won by one of fifty at once", async () => {
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => say("approved", here.reviewer)));
    expect(outcomes.reduce((sum, { given }) => sum + given, 0)).toBe(1);
    expect(outcomes.reduce((sum, { refused }) => sum + (refused.alreadySaid ?? 0), 0)).toBe(49);
  });
});
