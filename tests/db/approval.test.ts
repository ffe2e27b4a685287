import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import { refusalIn, stateOf, unapproved, verdicts, type VerdictKind } from "@/lib/approval/model";
import { requireGiven, sayVerdict, type Saying } from "@/lib/approval/mutations";
import { approvalsOf, countApprovals, getApprovals, getVerdicts } from "@/lib/approval/queries";
import { publishYear } from "@/lib/publication/record/mutations";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let world: TestDatabase;
let ours: Awaited<ReturnType<typeof anOrganisation>>;
let other: Awaited<ReturnType<typeof anOrganisation>>;
let reviewer: string;
beforeAll(async () => {
  world = await freshDatabase();
});
afterAll(() => world.close());
let round = 0;
beforeEach(async () => {
  ours = await anOrganisation(world.database, `org-${++round}`);
  other = await anOrganisation(world.database, `other-${round}`);
  const person = await world.database.user.create({ data: { name: "Reviewer", email: `reviewer@${round}.example` } });
  reviewer = person.id;
});

const amount = (figure: string): Omit<CellWrite, "kpiId" | "orgUnitId" | "year" | "seen"> => ({
  ...emptyContent,
  status: "reported",
  amount: figure,
  scale: 0,
});
async function store(
  figure: string,
  seen: number,
  { kpiId = ours.electricity, orgUnitId = ours.north, by = ours.actorId } = {},
) {
  const cells = [{ kpiId, orgUnitId, year: 2024, seen, ...amount(figure) }];
  return saveValues(world.database, { organisationId: ours.organisationId, actorId: by, door: "page", cells });
}
const say = (verdict: VerdictKind, actorId: string, more: Partial<Saying> = {}) =>
  sayVerdict(world.database, {
    organisationId: ours.organisationId,
    actorId,
    door: "page",
    reach: null,
    year: 2024,
    verdict,
    comment: verdict === "returned" ? "kWh?" : "",
    of: { cells: [{ kpiId: ours.electricity, orgUnitId: ours.north, version: 1 }] },
    ...more,
  });
const at = (version: number) => ({ of: { cells: [{ kpiId: ours.electricity, orgUnitId: ours.north, version }] } });
const state = async () =>
  (await getApprovals(ours.organisationId, 2024, [ours.north])).get(`${ours.electricity} ${ours.north}`)?.state;
const everything = { orgUnitId: null, pillarCode: null, seenAt: "2100-01-01T00:00:00Z" };

describe("the life of a value", () => {
  it("goes from draft over submitted to approved; a change waits by itself; a return asks for a submission", async () => {
    await store("5", 0);
    expect(await state()).toBe("draft");
    expect(await say("approved", reviewer)).toEqual({ given: 0, refused: { notWaiting: 1 } });
    expect(await say("submitted", ours.actorId)).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("submitted");
    expect(await say("approved", reviewer)).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("approved");
    await store("6", 1);
    expect(await state()).toBe("submitted");
    expect(await say("returned", reviewer, at(2))).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("returned");
    await store("7", 2);
    expect(await state()).toBe("draft");
    expect(await say("submitted", ours.actorId, at(3))).toEqual({ given: 1, refused: {} });
    const said = await getVerdicts(ours.organisationId, { kpiId: ours.electricity, orgUnitId: ours.north, year: 2024 });
    expect(said.map(({ verdict, version, by, comment }) => [verdict, version, by, comment])).toEqual([
      ["submitted", 3, expect.stringContaining("Controller"), ""],
      ["returned", 2, "Reviewer", "kWh?"],
      ["approved", 1, "Reviewer", ""],
      ["submitted", 1, expect.stringContaining("Controller"), ""],
    ]);
  });

  it("is asked anew by another definition, not by another name", async () => {
    await store("5", 0);
    await say("submitted", ours.actorId);
    await say("approved", reviewer);
    const where = { kpiId: ours.electricity };
    await world.database.kpiVersion.updateMany({ where, data: { nameDa: "Elektricitet", tolerancePercent: 10 } });
    expect(await state()).toBe("approved");
    await world.database.kpiVersion.updateMany({ where, data: { definitionDa: "Med ladestandere." } });
    expect(await state()).toBe("draft");
    expect((await getApprovals(ours.organisationId, 2024, [ours.north])).values().next().value?.isRedefined).toBe(true);
  });

  it("is decided by the same rule in the database and in the model", async () => {
    await store("5", 0);
    const place = { kpiId: ours.electricity, orgUnitId: ours.north };
    let version = 1;
    for (const [step, verdict] of [...verdicts, ...verdicts, "returned", "submitted", "approved"].entries()) {
      const before = (await state())!;
      const expected = refusalIn(before, verdict as VerdictKind);
      const outcome = await say(verdict as VerdictKind, reviewer, at(version));
      expect(outcome, `${step} ${before} ${verdict}`).toEqual(
        expected ? { given: 0, refused: { [expected]: 1 } } : { given: 1, refused: {} },
      );
      const [last] = await world.database.valueVerdict.findMany({ where: place, orderBy: { id: "desc" }, take: 1 });
      const definition = last?.definition ?? "";
      expect(await state()).toBe(stateOf(last ?? null, { version, definition }));
      if (step % 2 === 0) await store(String(10 + step), version++);
      expect(await state()).toBe(stateOf(last ?? null, { version, definition }));
    }
  });
});

describe("four eyes", () => {
  it("keep the author from approving, also after somebody else changed a word", async () => {
    await store("5", 0);
    await say("submitted", ours.actorId);
    expect(await say("approved", ours.actorId)).toEqual({ given: 0, refused: { ownFigure: 1 } });
    const cells = [
      { kpiId: ours.electricity, orgUnitId: ours.north, year: 2024, seen: 1, ...amount("5"), comment: "Main meter" },
    ];
    await saveValues(world.database, { organisationId: ours.organisationId, actorId: reviewer, door: "page", cells });
    for (const person of [ours.actorId, reviewer])
      expect(await say("approved", person, at(2))).toEqual({ given: 0, refused: { ownFigure: 1 } });
  });

  it("can be demanded of one KPI only", async () => {
    const { organisationId: id } = ours;
    await world.database.organisation.update({ where: { id }, data: { needsFourEyes: false } });
    await store("5", 0);
    await say("submitted", ours.actorId);
    await world.database.kpi.update({ where: { id: ours.electricity }, data: { needsFourEyes: true } });
    expect(await say("approved", ours.actorId)).toEqual({ given: 0, refused: { ownFigure: 1 } });
    await world.database.kpi.update({ where: { id: ours.electricity }, data: { needsFourEyes: false } });
    expect(await say("approved", ours.actorId)).toEqual({ given: 1, refused: {} });
  });
});

describe("a verdict on many", () => {
  it("names what it was not given to, by reason, and gives it to the rest", async () => {
    await store("5", 0);
    await store("6", 0, { orgUnitId: ours.south });
    await store("7", 0, { orgUnitId: ours.south, by: reviewer, kpiId: ours.electricity }).catch(() => null);
    await store("8", 0, { kpiId: ours.water, by: reviewer });
    await store("9", 0, { kpiId: ours.revenue, orgUnitId: ours.root });
    await say("submitted", ours.actorId, { of: { scope: everything } });
    await store("10", 1, { orgUnitId: ours.south });
    const cells = [
      { kpiId: ours.electricity, orgUnitId: ours.north, version: 1 },
      { kpiId: ours.electricity, orgUnitId: ours.south, version: 1 },
      { kpiId: ours.water, orgUnitId: ours.north, version: 1 },
      { kpiId: ours.board, orgUnitId: ours.root, version: 1 },
    ];
    expect(await say("approved", reviewer, { of: { cells } })).toEqual({
      given: 1,
      refused: { changed: 1, ownFigure: 1, unknown: 1 },
    });
    expect(await countApprovals(ours.organisationId, 2024)).toEqual({
      draft: 0,
      returned: 0,
      submitted: 3,
      approved: 1,
    });
  });

  it("is in what all readers are told as soon as it is said, and so is another figure", async () => {
    const told = async () => {
      const { id, dataVersion } = await world.database.organisation.findUniqueOrThrow({
        where: { id: ours.organisationId },
      });
      const { draft, submitted, approved } = await approvalsOf({ id, dataVersion: String(dataVersion) }, 2024);
      return { draft, submitted, approved };
    };
    await store("5", 0);
    expect(await told()).toEqual({ draft: 1, submitted: 0, approved: 0 });
    await say("submitted", ours.actorId);
    expect(await told()).toEqual({ draft: 0, submitted: 1, approved: 0 });
    await say("approved", reviewer);
    expect(await told()).toEqual({ draft: 0, submitted: 0, approved: 1 });
    await store("6", 1);
    expect(await told()).toEqual({ draft: 0, submitted: 1, approved: 0 });
  });

  it("takes a scope as it was seen, and nothing that changed since", async () => {
    await store("5", 0);
    await store("6", 0, { orgUnitId: ours.south });
    await say("submitted", ours.actorId, { of: { scope: everything } });
    const [{ now }] = await world.database.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
    await store("7", 1, { orgUnitId: ours.south });
    const scope = { ...everything, seenAt: now.toISOString() };
    expect(await say("approved", reviewer, { of: { scope } })).toEqual({ given: 1, refused: { changed: 1 } });
    const south = { ...everything, orgUnitId: ours.south };
    expect(await say("approved", reviewer, { of: { scope: south } })).toEqual({ given: 1, refused: {} });
  });

  it("is one link of the audit trail, and none when nothing was said", async () => {
    await store("5", 0);
    const count = () => world.database.auditEntry.count({ where: { organisationId: ours.organisationId } });
    const before = await count();
    await say("approved", reviewer);
    expect(await count()).toBe(before);
    await say("submitted", ours.actorId, { of: { scope: everything } });
    const [entry] = await world.database.auditEntry.findMany({
      where: { organisationId: ours.organisationId },
      orderBy: { sequence: "desc" },
      take: 1,
    });
    expect(entry).toMatchObject({ action: "value.submit", subject: "2024", door: "page", detail: { count: 1 } });
  });

  it("reaches no other organisation and no other org unit", async () => {
    await store("5", 0);
    const foreign = { kpiId: ours.electricity, orgUnitId: ours.north, version: 1 };
    const theirs = { organisationId: other.organisationId, of: { cells: [foreign] } };
    expect(await say("submitted", other.actorId, theirs)).toEqual({ given: 0, refused: { unknown: 1 } });
    expect(await say("submitted", ours.actorId, { reach: [ours.south] })).toEqual({ given: 0, refused: {} });
    expect(() => requireGiven({ given: 0, refused: {} })).toThrowError("approval.nothingWaits");
    expect(await state()).toBe("draft");
  });

  it("is won by one of fifty at once", async () => {
    await store("5", 0);
    await say("submitted", ours.actorId);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => say("approved", reviewer)));
    expect(outcomes.reduce((sum, { given }) => sum + given, 0)).toBe(1);
    expect(outcomes.reduce((sum, { refused }) => sum + (refused.alreadySaid ?? 0), 0)).toBe(49);
  });
});

describe("a closed year", () => {
  const step = (to: "open" | "closed") =>
    world.database.reportingPeriod.update({
      where: { organisationId_year: { organisationId: ours.organisationId, year: 2024 } },
      data: { state: to },
    });
  const publish = () =>
    world.database.$transaction((tx) =>
      publishYear(tx, { organisationId: ours.organisationId, year: 2024, actorId: reviewer, door: "page" }),
    );

  it("takes no verdict, and is published only when everything of it is approved", async () => {
    await store("5", 0);
    await say("submitted", ours.actorId);
    await expect(publish()).rejects.toThrow("approval.yearOpen");
    await step("closed");
    expect(await say("approved", reviewer)).toEqual({ given: 0, refused: { periodClosed: 1 } });
    await expect(publish()).rejects.toMatchObject({ code: "approval.yearWaits", values: { count: 1, year: 2024 } });
    await step("open");
    await say("approved", reviewer);
    await step("closed");
    expect(unapproved(await countApprovals(ours.organisationId, 2024))).toBe(0);
    await publish();
    const { state: now } = await world.database.reportingPeriod.findFirstOrThrow({
      where: { organisationId: ours.organisationId, year: 2024 },
    });
    expect(now).toBe("published");
  });
});

describe("verdicts are history", () => {
  it("which nobody changes, the owner included, and which says why something is returned", async () => {
    await store("5", 0);
    await say("submitted", ours.actorId);
    await expect(world.database.valueVerdict.updateMany({ data: { verdict: "approved" } })).rejects.toThrow(
      /permission denied/,
    );
    await expect(world.database.valueVerdict.deleteMany()).rejects.toThrow(/permission denied/);
    await withClient(world.ownerUrl, async (owner) => {
      await expect(owner.query(`UPDATE "ValueVerdict" SET verdict = 'approved'`)).rejects.toThrow(/append-only/);
      await expect(owner.query(`DELETE FROM "ValueVerdict"`)).rejects.toThrow(/append-only/);
    });
    await expect(say("returned", reviewer, { comment: " " })).rejects.toThrow();
  });
});
