/** Long lists of agreements are narrowed, counted and paged by the database as the rules say. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getMatrix } from "@/lib/agreement/matrix/queries";
import { getListed } from "@/lib/agreement/list/queries";
import { isoDay } from "@/lib/agreement/period/queries";
import { countInTrack, getTrackUnits } from "@/lib/agreement/track/queries";
import { getDue, type DueQuestion } from "@/lib/commitment/due/queries";
import { commitmentStatuses, dueOn } from "@/lib/commitment/model";
import { getCatalogue, getInitiative } from "@/lib/initiative/queries";
import { getUses } from "@/lib/initiative/use/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let organisationId: string;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  organisationId = (await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } })).id;
}, 60_000);
afterAll(() => world.close());

const unfiltered = { track: null, unit: null, status: null, page: 1 };
const question = (more: Partial<DueQuestion> = {}): DueQuestion => ({
  ...{ orgUnitIds: null, today: "2026-05-31", until: "2026-07-30", filter: unfiltered, size: 1000 },
  ...more,
});
const due = (more: Partial<DueQuestion> = {}) => getDue(organisationId, question(more), "da");

/** What the rule itself says of every commitment that can fall due. */
async function dueByRule(today: string, until: string) {
  const rows = await world.database.commitment.findMany({
    where: {
      organisationId,
      agreement: { OR: [{ state: "signed" }, { edition: { gt: 1 }, state: { notIn: ["closed", "handedOn"] } }] },
    },
    include: { agreement: { include: { period: true } } },
  });
  return rows.flatMap(({ id, status, followedUpOn, agreement: { period } }) => {
    const days = { from: isoDay(period.from), to: isoDay(period.to), followUpMonths: period.followUpMonths };
    const day = dueOn({ status, followedUpOn: followedUpOn && isoDay(followedUpOn) }, days);
    return day === null || day > until ? [] : [{ id, dueOn: day, isOverdue: day < today }];
  });
}

describe("what is to be followed up", () => {
  it.each([
    ["2025-08-31", "2026-03-31"],
    ["2026-05-31", "2026-07-30"],
    ["2026-12-30", "2027-02-28"],
  ])("on %s is, by the database, what the rule says", async (today, until) => {
    const found = await due({ today, until });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const said = found.lines.map(({ id, dueOn: day, isOverdue }) => ({ id, dueOn: day, isOverdue }));
    const expected = await dueByRule(today, until);
    expect(said.sort(byId)).toEqual(expected.sort(byId));
    expect([found.count, found.overdue]).toEqual([expected.length, expected.filter((one) => one.isOverdue).length]);
  });

  it("is cut into pages that hold every line once, the longest due first", async () => {
    const { lines, count } = await due();
    const pages = await Promise.all(
      Array.from({ length: Math.ceil(count / 4) }, (_, at) =>
        due({ size: 4, filter: { ...unfiltered, page: at + 1 } }),
      ),
    );
    expect(pages.flatMap((page) => page.lines)).toEqual(lines);
    expect(lines.map((line) => line.dueOn)).toEqual(lines.map((line) => line.dueOn).sort());
  });

  it("is narrowed by track, part of an org unit's name and status, and counted", async () => {
    const { lines } = await due();
    const narrowed = await due({ filter: { ...unfiltered, unit: "HOSPITAL", track: "circular-economy" } });
    const track = await world.database.track.findFirstOrThrow({ where: { organisationId, code: "circular-economy" } });
    expect(narrowed.lines).toEqual(
      lines.filter((line) => line.orgUnit.name.toLowerCase().includes("hospital") && line.trackId === track.id),
    );
    expect(narrowed.lines.length).toBeGreaterThan(0);
    expect(narrowed.lines.length).toBeLessThan(lines.length);
    expect([narrowed.paged.count, narrowed.count]).toEqual([narrowed.lines.length, lines.length]);
    for (const status of commitmentStatuses) {
      const { paged } = await due({ filter: { ...unfiltered, status } });
      expect(paged.count, status).toBe(lines.filter((line) => line.status === status).length);
    }
    const mine = lines[0]!.orgUnit.code;
    const unit = await world.database.orgUnit.findFirstOrThrow({ where: { organisationId, code: mine } });
    expect((await due({ orgUnitIds: [unit.id] })).lines).toEqual(lines.filter((line) => line.orgUnit.code === mine));
  });
});

describe("agreements and tracks", () => {
  it("are read a page at a time as they are read at once", async () => {
    const period = await world.database.agreementPeriod.findFirstOrThrow({ where: { organisationId, code: "2024" } });
    const listed = await getListed(organisationId, period.id);
    const all = await getMatrix(organisationId, period.id, "2024-06-30");
    const ids = listed.slice(3, 6).map(({ id }) => id);
    expect(listed.map(({ id }) => id)).toEqual(all.map(({ agreementId }) => agreementId));
    expect(await getMatrix(organisationId, period.id, "2024-06-30", ids)).toEqual(all.slice(3, 6));
    const track = await world.database.track.findFirstOrThrow({ where: { organisationId } });
    const units = await getTrackUnits(
      organisationId,
      listed.map(({ id }) => id),
      track.id,
      "da",
    );
    const commitments = units.flatMap((unit) => unit.commitments);
    expect(await countInTrack(organisationId, period.id, track.id)).toEqual({
      count: commitments.length,
      done: commitments.filter(({ status }) => status === "done").length,
    });
  });
});

describe("the catalogue", () => {
  it("adds up who uses an initiative; an org unit counts once however often it did", async () => {
    const { entries, count } = await getCatalogue(organisationId, { trackId: null, page: 1, size: 1000 }, "da");
    expect(entries).toHaveLength(count);
    for (const { initiative, takeUp } of entries) {
      const rows = await world.database.commitment.findMany({
        where: { organisationId, initiativeId: initiative.id },
        include: { agreement: true },
      });
      const { uses } = await getUses(organisationId, initiative.id, { filter: unfiltered, size: 1000 });
      expect(uses.map(({ commitmentId }) => commitmentId).sort()).toEqual(rows.map(({ id }) => id).sort());
      expect(takeUp.orgUnits).toBe(new Set(rows.map(({ agreement }) => agreement.orgUnitId)).size);
      expect(takeUp.uses).toBe(rows.length);
      expect(takeUp.running + takeUp.done + takeUp.dropped).toBe(rows.length);
      const known = rows.filter((row) => row.reportedEffect !== null && row.kpiId === initiative.kpi?.id);
      expect(takeUp.known).toBe(known.length);
      const effects = known.map(({ reportedEffect }) => reportedEffect!);
      const sum = effects.length === 0 ? null : effects.reduce((total, effect) => total.add(effect)).toFixed();
      expect(takeUp.reported).toBe(sum);
      expect(await getInitiative(organisationId, initiative.code, "da")).toEqual({ initiative, takeUp });
    }
    expect(entries.some(({ takeUp }) => takeUp.uses > takeUp.orgUnits)).toBe(true);
  });

  it("is paged, and narrowed to a track", async () => {
    const all = await getCatalogue(organisationId, { trackId: null, page: 1, size: 1000 }, "en");
    const trackId = all.entries[0]!.initiative.trackId;
    const first = await getCatalogue(organisationId, { trackId, page: 1, size: 2 }, "en");
    const ofTrack = all.entries.filter(({ initiative }) => initiative.trackId === trackId);
    expect(first.entries).toEqual(ofTrack.slice(0, 2));
    expect([first.paged.count, first.count, first.offered]).toEqual([ofTrack.length, all.count, all.offered]);
  });
});
