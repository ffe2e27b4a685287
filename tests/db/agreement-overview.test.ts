import { afterAll, beforeAll, expect, it } from "vitest";
import { approve, propose, sign } from "@/lib/agreement/mutations";
import { getAgreementsVersion, getOverview } from "@/lib/agreement/overview/queries";
import { addRequirement } from "@/lib/agreement/requirement/mutations";
import { followUp } from "@/lib/commitment/follow-up/mutations";
import { agreementWorld } from "./agreement-world";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let it_: Awaited<ReturnType<typeof agreementWorld>>;
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
  const { org, actor, seen, setter, period, track } = it_;
  const own = await it_.complete("north");
  const first = await overview();
  expect(await overview()).toBe(first);
  expect(first.figures).toMatchObject({ agreements: 2, signed: 0, own: 1, ownDone: 0, required: 2 });
  expect(first.unsigned).toEqual(["North", "South"]);

  // A requirement concerns every draft, and raises the version of none of them.
  const said = { periodId: period.id, trackId: track.id, orgUnitId: null, textDa: "Vand måles", textEn: "Water" };
  await addRequirement(setter, said);
  expect(await figures()).toMatchObject({ required: 4 });

  await it_.complete("north");
  await propose(actor("north"), await seen(org.north));
  await approve(actor("central"), await seen(org.north));
  const { id } = await it_.agreementOf(org.north);
  const { sha256 } = await world.database.agreementText.findFirstOrThrow({ where: { agreementId: id } });
  for (const [party, who] of [
    ["unit", "north"],
    ["central", "central"],
  ] as const)
    await sign(actor(who), await seen(org.north), { party, sha256, capacity: "Direktør", locale: "da" });
  expect((await overview()).unsigned).toEqual(["South"]);
  expect(await figures()).toMatchObject({ signed: 1, own: 2, ownDone: 0 });

  await followUp(actor("north"), own, {
    ...{ onDay: "2024-06-03", status: "done", text: "Gjort", evidence: "", effect: null },
  });
  expect(await figures()).toMatchObject({ ownDone: 1 });
});
