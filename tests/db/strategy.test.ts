import { afterAll, beforeAll, expect, it } from "vitest";
import { addGoal, changeGoal, changeTrack } from "@/lib/strategy/mutations";
import { getStrategySetup } from "@/lib/strategy/function/queries";
import { getStrategy } from "@/lib/strategy/queries";
import { agreementWorld, type AgreementWorld } from "./agreement-world";
import { freshDatabase, type TestDatabase } from "./harness";
import { refusal } from "./people";

let world: TestDatabase;
let here: AgreementWorld;
let elsewhere: AgreementWorld;
beforeAll(async () => {
  world = await freshDatabase();
  here = await agreementWorld(world.database, "striving");
  elsewhere = await agreementWorld(world.database, "elsewhere");
}, 60_000);
afterAll(() => world.close());

it("goals and tracks are changed under their codes, with both states in the trail; none of elsewhere", async () => {
  const { setter, org, track } = here;
  await addGoal(setter, { code: "circular", nameDa: "Cirkuler", nameEn: "Circular", year: 2030, kpiId: null });
  const [goal] = (await getStrategy(org.id, "da")).goals;
  await changeGoal(setter, { id: goal!.id, nameDa: "Cirkulær", nameEn: "Circular", year: 2035, kpiId: null });
  expect((await getStrategy(org.id, "da")).goals).toEqual([
    { id: goal!.id, code: "circular", name: "Cirkulær", year: 2035, kpiId: null },
  ]);

  const followers = await world.database.trackFunction.findMany({ where: { trackId: track.id } });
  await world.database.trackFunction.updateMany({ where: { trackId: track.id }, data: { isExample: true } });
  const renamed = { id: track.id, nameDa: "Kredsløb", nameEn: "Cycles", colour: "ethics", goalId: goal!.id };
  await changeTrack(setter, { ...renamed, functionIds: followers.map(({ functionId }) => functionId) });
  const changed = (await getStrategy(org.id, "en")).tracks.find(({ id }) => id === track.id)!;
  expect(changed).toMatchObject({ code: "circular", name: "Cycles", colour: "ethics", goalId: goal!.id });
  expect(changed.followers.map(({ isExample }) => isExample)).toEqual([true]);
  await changeTrack(setter, { ...renamed, functionIds: [] });
  expect((await getStrategy(org.id, "en")).tracks.find(({ id }) => id === track.id)!.followers).toEqual([]);
  expect((await getStrategySetup(org.id)).names.get(track.id)).toEqual({ nameDa: "Kredsløb", nameEn: "Cycles" });

  const trail = await world.database.auditEntry.findMany({
    where: { organisationId: org.id, action: { in: ["strategy.changeGoal", "strategy.changeTrack"] } },
    orderBy: { sequence: "asc" },
  });
  expect(trail.map(({ action, subject }) => [action, subject])).toEqual([
    ["strategy.changeGoal", "circular"],
    ["strategy.changeTrack", "circular"],
    ["strategy.changeTrack", "circular"],
  ]);
  expect(trail[0]!.detail).toMatchObject({ before: { nameDa: "Cirkuler", year: 2030 }, after: { year: 2035 } });

  const foreign = await world.database.specialistFunction.findFirstOrThrow({
    where: { organisationId: elsewhere.org.id },
  });
  for (const act of [
    () => changeGoal(elsewhere.setter, { id: goal!.id, nameDa: "x", nameEn: "x", year: 2030, kpiId: null }),
    () => changeTrack(elsewhere.setter, { ...renamed, goalId: null, functionIds: [] }),
    () => changeTrack(setter, { ...renamed, id: elsewhere.track.id, functionIds: [] }),
    () => changeTrack(setter, { ...renamed, functionIds: [foreign.id] }),
  ])
    await expect(act()).rejects.toEqual(refusal("access.notFound"));
});
