import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Access } from "@/lib/access/model";
import { faultLine } from "@/lib/audit/digest/model";
import { digestFaults } from "@/lib/audit/digest/queries";
import { withClient } from "@/lib/database/connection";
import { reviewGroups, type Review } from "@/lib/review/model";
import { getReview } from "@/lib/review/queries";
import { hiddenFrom } from "@/lib/suppression/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let access: Access;
let review: Review;
const none = { unit: null, pillar: null, state: null };

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const { id, slug, name, dataVersion } = await world.database.organisation.findUniqueOrThrow({
    where: { slug: "aleris" },
  });
  const user = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  access = {
    user,
    organisation: { id, slug, name, dataVersion: String(dataVersion) },
    roles: ["controller"],
    orgUnitIds: null,
    organisations: [],
  };
  review = (await getReview(access, 2024, "da", none, 500))!;
}, 60_000);
afterAll(() => world.close());

const places = (group: keyof Review["groups"]) =>
  review.groups[group].items.map(({ kpi, orgUnit }) => `${kpi.code} ${orgUnit.code}`);

describe("the review of the demo's year in collection", () => {
  it("has what is ten times too high on top, with its peers and its own years", () => {
    expect(places("unexplained")[0]).toBe("heating esbjerg");
    const [top] = review.groups.unexplained.items;
    expect(top!.questions.map(({ question }) => question.code)).toEqual(["factor"]);
    expect(Number(top!.percent)).toBeGreaterThan(500);
    expect(Math.abs(Number(top!.peers!.percent))).toBeLessThan(15);
    expect(top!.figures.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023, 2024]);
  });

  it("has what was sent back among what waits for an answer", () => {
    expect(places("waiting")).toContain("sick-days-short koebenhavn");
    // Somebody asked about it in a discussion that is open.
    expect(places("waiting")).toContain("electricity koebenhavn");
  });

  it("knows the figure that came after the approval to be waiting by itself", () => {
    const all = reviewGroups.flatMap((group) => review.groups[group].items);
    const ofRingsted = all.filter(({ orgUnit }) => orgUnit.code === "ringsted");
    expect(ofRingsted.filter(({ state }) => state !== "approved").map(({ kpi }) => kpi.code)).toEqual(["heating"]);
    expect(all.find(({ kpi, orgUnit }) => kpi.code === "fte" && orgUnit.isRoot)).toMatchObject({
      state: "draft",
      isOwn: true,
    });
  });

  it("counts every stored value once, in all, by org unit and by pillar", async () => {
    const stored = await world.database.yearlyValue.count({
      where: { organisationId: access.organisation.id, year: 2024, status: { not: null } },
    });
    const sum = ({ draft, returned, submitted, approved }: Review["counts"]) => draft + returned + submitted + approved;
    expect(sum(review.counts)).toBe(stored);
    expect(review.orgUnits.reduce((all, { counts }) => all + sum(counts), 0)).toBe(stored);
    expect(review.pillars.reduce((all, { counts }) => all + sum(counts), 0)).toBe(stored);
    expect(reviewGroups.reduce((all, group) => all + review.groups[group].total, 0)).toBe(stored);
  });

  it("narrows to an org unit, a pillar, a state", async () => {
    const narrowed = (await getReview(
      access,
      2024,
      "en",
      { unit: "esbjerg", pillar: "producer", state: "submitted" },
      500,
    ))!;
    const items = reviewGroups.flatMap((group) => narrowed.groups[group].items);
    expect(items.length).toBeGreaterThan(3);
    expect(new Set(items.map(({ orgUnit, state }) => `${orgUnit.code} ${state}`))).toEqual(
      new Set(["esbjerg submitted"]),
    );
    expect(narrowed.counts).toEqual(review.counts);
    expect(await getReview(access, 2018, "da", none, 1)).toBeNull();
  });
});

it("every value of the demo is what its latest revision says", async () => {
  const faults = await withClient(world.ownerUrl, async (owner) => {
    const found = [];
    for await (const fault of digestFaults(owner, access.organisation.id)) found.push(faultLine(fault));
    return found;
  });
  expect(faults).toEqual([]);
});

it("the demo has a figure of so few people that it is hidden from whoever does not need it", async () => {
  const { id, dataVersion } = access.organisation;
  const isHidden = await hiddenFrom({ roles: ["manager"], orgUnitIds: null, organisation: { id, dataVersion } }, 2024);
  const lab = await world.database.orgUnit.findFirstOrThrow({ where: { organisationId: id, code: "in-lab" } });
  const [value] = await world.database.$queryRaw<{ amount: number }[]>`
    SELECT v.amount::float8 AS amount FROM "YearlyValue" v JOIN "Kpi" k ON k.id = v."kpiId" WHERE k.code = 'injury-count' AND v."orgUnitId" = ${lab.id}::uuid AND v.year = 2024`;
  expect(value!.amount).toBeLessThan(5);
  expect(isHidden({ code: "injury-count", orgUnitId: lab.id, year: 2024 })).toBe(true);
});
