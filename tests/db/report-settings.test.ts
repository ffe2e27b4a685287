import { afterAll, beforeAll, expect, test } from "vitest";
import type { Refusal } from "@/lib/access/refusal";
import type { Author } from "@/lib/report/history/mutations";
import { getEditableReport, getReport } from "@/lib/report/queries";
import { storedSettings, type SettingsFields } from "@/lib/report/settings/model";
import { saveSettings, showPicture } from "@/lib/report/settings/mutations";
import { namedKpis } from "@/lib/report/settings/queries";
import { pictureIds } from "@/prisma/demo/illustrations";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let author: Author;
let regionId: string;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const [own, other] = await Promise.all(
    ["aleris", "region-midtjylland"].map((slug) =>
      world.database.organisation.findUniqueOrThrow({ where: { slug }, select: { id: true } }),
    ),
  );
  const { id: actorId } = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  author = { organisationId: own!.id, year: 2023, actorId };
  regionId = other!.id;
}, 60_000);
afterAll(() => world.close());

const blockOf = async (kind: string) => {
  const report = (await getEditableReport(author.organisationId, 2023))!;
  const block = report.sections.flatMap(({ blocks }) => blocks).find((one) => one.kind === kind)!;
  return { id: block.id, version: block.version, seen: JSON.stringify(storedSettings(block.kind, block.settings)) };
};
const fields = (own: Partial<SettingsFields>): SettingsFields => ({ kpis: [], panels: [], goals: [], ...own });
const save = async (by: Author, block: { id: string; seen: string }, own: Partial<SettingsFields>) =>
  saveSettings(by, block, fields(own), await namedKpis(by.organisationId, by.year));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "saved",
    (refusal: Refusal) => refusal.code,
  );

test("settings are stored with their history, a link of the trail and a new data version; the words stay as they are", async () => {
  const block = await blockOf("sdgs");
  const { dataVersion } = await world.database.organisation.findUniqueOrThrow({ where: { id: author.organisationId } });
  const { seen } = await save(author, block, { goals: [3, 13] });
  const after = await world.database.organisation.findUniqueOrThrow({ where: { id: author.organisationId } });
  expect(after.dataVersion).toBe(dataVersion + 1n);
  const report = (await getReport(author.organisationId, 2023, "da"))!;
  expect(report.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === block.id)?.settings).toEqual({
    goals: [3, 13],
  });
  expect((await blockOf("sdgs")).version).toBe(block.version);
  const revisions = await world.database.blockRevision.findMany({
    where: { blockId: block.id },
    orderBy: { sequence: "asc" },
  });
  expect(revisions.map(({ act, settings }) => [act, settings])).toEqual([
    ["begin", { goals: [] }],
    ["set", { goals: [3, 13] }],
  ]);
  const last = await world.database.auditEntry.findFirst({
    where: { organisationId: author.organisationId },
    orderBy: { sequence: "desc" },
  });
  expect(last).toMatchObject({ action: "report.block.set", detail: { from: { goals: [] }, to: { goals: [3, 13] } } });
  // The same once more changes nothing, and what somebody else saw meanwhile is told.
  await save(author, { id: block.id, seen }, { goals: [3, 13] });
  expect(await world.database.blockRevision.count({ where: { blockId: block.id } })).toBe(2);
  expect(await codeOf(save(author, block, { goals: [5] }))).toBe("report.settings.changed");
});

test("of three who save from the same form two are told", async () => {
  const block = await blockOf("chart");
  const outcomes = await Promise.all(
    ["scope1", "water", "heating"].map((name) =>
      codeOf(save(author, block, { panels: [{ kind: "line", kpis: [name], titleDa: name, titleEn: "" }] })),
    ),
  );
  expect(outcomes.toSorted()).toEqual(["report.settings.changed", "report.settings.changed", "saved"]);
});

test("a picture of nobody's, a block of another organisation's, and a KPI nobody has are refused, and nothing is written", async () => {
  const story = await blockOf("story");
  expect(JSON.parse(story.seen)).toEqual({ pictureId: pictureIds.hills });
  expect(await codeOf(save(author, story, { pictureId: story.id }))).toBe("access.notFound");
  expect(await codeOf(save({ ...author, organisationId: regionId }, story, { pictureId: "" }))).toBe(
    "report.blockGone",
  );
  const chart = await blockOf("chart");
  expect(
    await codeOf(save(author, chart, { panels: [{ kind: "bar", kpis: ["no such KPI"], titleDa: "", titleEn: "" }] })),
  ).toBe("report.settings.unknownKpi");
  expect(await blockOf("story")).toEqual(story);
  expect(await blockOf("chart")).toEqual(chart);
});

test("a picture brought for a block is shown by it at once, and by no block that shows none", async () => {
  const [story, quote] = await Promise.all([blockOf("story"), blockOf("quote")]);
  await showPicture(author, story.id, pictureIds.sea);
  expect(JSON.parse((await blockOf("story")).seen)).toEqual({ pictureId: pictureIds.sea });
  expect(await codeOf(showPicture(author, quote.id, pictureIds.sea))).toBe("report.blockGone");
  expect(await codeOf(showPicture({ ...author, organisationId: regionId }, story.id, pictureIds.sea))).toBe(
    "report.blockGone",
  );
});
