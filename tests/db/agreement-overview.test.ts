import { afterAll, beforeAll, expect, it } from "vitest";
import { getAgreementsVersion, getOverview } from "@/lib/agreement/overview/queries";
import { addRequirement } from "@/lib/agreement/requirement/mutations";
import { followUp } from "@/lib/commitment/follow-up/mutations";
import { isLateSql } from "@/lib/commitment/late/queries";
import { commitmentStatuses, isLate, type Timed } from "@/lib/commitment/model";
import { agreementWorld, type AgreementWorld } from "./agreement-world";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let it_: AgreementWorld;
beforeAll(async () => {
  world = await freshDatabase();
  it_ = await agreementWorld(world.database, "overlooked");
}, 60_000);
afterAll(() => world.close());

/** The overview as a reader would get it now. */
const overview = async () => {
  const { id } = it_.org;
  const { dataVersion } = await world.database.organisation.findUniqueOrThrow({ where: { id } });
  return getOverview(id, String(dataVersion), await getAgreementsVersion(id), it_.period.id, "", "2024-07-01", "da");
};
const figures = async () => (await overview()).figures!;

it("is counted once while nothing changes, and anew after whatever is done", async () => {
  const { actor, setter, period, track } = it_;
  const own = await it_.complete("north");
  const first = await overview();
  expect(await overview()).toBe(first);
  expect(first.figures).toMatchObject({ agreements: 2, signed: 0, own: 1, ownDone: 0, required: 2 });
  expect(first.unsigned).toEqual(["North", "South"]);

  // A requirement concerns every draft, and raises the version of none of them.
  const said = { periodId: period.id, trackId: track.id, orgUnitId: null, textDa: "Vand måles", textEn: "Water" };
  await addRequirement(setter, said);
  expect(await figures()).toMatchObject({ required: 4 });

  await it_.signed();
  expect((await overview()).unsigned).toEqual(["South"]);
  expect(await figures()).toMatchObject({ signed: 1, own: 2, ownDone: 0 });

  await followUp(actor("north"), own, {
    ...{ onDay: "2024-06-03", status: "done", text: "Gjort", evidence: "", effect: null },
  });
  expect(await figures()).toMatchObject({ ownDone: 1 });
});

it("calls late in the database what the model calls late", async () => {
  const today = "2024-07-01";
  const cases = commitmentStatuses.flatMap((status) =>
    ["2024-06-30", today, "2024-07-02"].map((deadline) => ({ status, deadline })),
  );
  const [statuses, deadlines] = [cases.map(({ status }) => status), cases.map(({ deadline }) => deadline)];
  const told = await world.database.$queryRaw<Timed[]>`
    SELECT c.status, c.deadline::text AS deadline FROM unnest(${statuses}::text[], ${deadlines}::date[]) WITH ORDINALITY AS c(status, deadline, at)
    WHERE ${isLateSql(today)} ORDER BY at`;
  expect(told).toEqual(cases.filter((one) => isLate(one, today)));
});
