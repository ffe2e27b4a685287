import { afterAll, beforeAll, expect, it } from "vitest";
import type { Refusal } from "@/lib/access/refusal";
import { getFindings } from "@/lib/report/check/queries";
import { actOnBlock } from "@/lib/report/composition/block/mutations";
import type { Author } from "@/lib/report/history/mutations";
import { listRevisions } from "@/lib/report/history/queries";
import { restoreRevision } from "@/lib/report/history/restoring/mutations";
import { freeHold, keepHold } from "@/lib/report/hold/mutations";
import { listHolds } from "@/lib/report/hold/queries";
import { saveBlockText } from "@/lib/report/mutations";
import { getEditableReport, getReport } from "@/lib/report/queries";
import { rollReport } from "@/lib/report/rolling/mutations";
import { yearToGoOnFrom } from "@/lib/report/rolling/queries";
import { createPeriods } from "@/prisma/demo/factory";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let author: Author;
let colleague: string;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const { id } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  const person = (email: string) => world.database.user.findUniqueOrThrow({ where: { email } });
  author = { organisationId: id, year: 2026, actorId: (await person("controller@demo.example")).id };
  colleague = (await person("admin@demo.example")).id;
  await createPeriods(world.database, id, [2026]);
}, 60_000);
afterAll(() => world.close());

const codeOf = (failure: unknown) => (failure as Refusal).code;
const organisation = async () => {
  const row = await world.database.organisation.findUniqueOrThrow({ where: { id: author.organisationId } });
  return { id: row.id, dataVersion: String(row.dataVersion) };
};

it("a report goes on from the latest one before it: structure, words, settings; marked, found by the check, cleared by a save", async () => {
  const from = (await yearToGoOnFrom(author.organisationId, 2026))!;
  const before = await organisation();
  await rollReport(author, from);
  expect(Number((await organisation()).dataVersion)).toBe(Number(before.dataVersion) + 1);
  const [old, next] = await Promise.all([
    getEditableReport(author.organisationId, from),
    getEditableReport(author.organisationId, 2026),
  ]);
  expect(next!.titleDa).toContain("2026");
  expect(next!.sections.map(({ code }) => code)).toEqual(old!.sections.map(({ code }) => code));
  const toRewrite = next!.sections.flatMap(({ blocks }) => blocks.filter(({ mustRewrite }) => mustRewrite));
  expect(toRewrite.length).toBeGreaterThan(3);
  const found = async () =>
    (await getFindings(await organisation(), 2026))!.filter(({ rule }) => rule === "mustRewrite");
  expect((await found()).map(({ blockId }) => blockId).sort()).toEqual(toRewrite.map(({ id }) => id).sort());
  const [one, two] = toRewrite;
  const words = { titleDa: "Ny", titleEn: "New", bodyDa: "Skrevet om.", bodyEn: "Rewritten." };
  expect((await saveBlockText(author, { id: one!.id, seen: one!.version }, words)).outcome).toBe("saved");
  await actOnBlock({ ...author, seen: next!.structure }, { id: two!.id, act: "confirm", section: null });
  expect(await found()).toHaveLength(toRewrite.length - 2);
  expect((await getReport(author.organisationId, 2026, "da"))!.sections.length).toBe(
    (await getReport(author.organisationId, from, "da"))!.sections.length,
  );
  expect(codeOf(await rollReport(author, from).catch((error: unknown) => error))).toBe("report.begun");
  expect(codeOf(await rollReport({ ...author, year: 2099 }, from).catch((error: unknown) => error))).toBe(
    "access.notFound",
  );
});

it("an earlier state of a block comes back as a new revision, if nobody saved meanwhile", async () => {
  const report = (await getEditableReport(author.organisationId, 2023))!;
  const block = report.sections.find(({ code }) => code === "society")!.blocks[0]!;
  const at2023 = { ...author, year: 2023 };
  const { titleDa, titleEn, bodyDa, bodyEn, version } = block;
  await saveBlockText(at2023, { id: block.id, seen: version }, { titleDa, titleEn, bodyDa: "Kort.", bodyEn });
  const history = async () => listRevisions(author.organisationId, 2023, block.id);
  const [saved, first] = await history();
  expect([saved!.act, saved!.before?.bodyDa, first!.act]).toEqual(["save", bodyDa, "begin"]);
  const back = { blockId: block.id, revision: first!.id };
  expect(codeOf(await restoreRevision(at2023, { ...back, seen: version }).catch((error: unknown) => error))).toBe(
    "composer.changed",
  );
  await restoreRevision(at2023, { ...back, seen: version + 1 });
  expect((await history()).map(({ act, bodyDa: body }) => [act, body])).toEqual([
    ["restore", bodyDa],
    ["save", "Kort."],
    ["begin", bodyDa],
  ]);
  // Another year's report, another block's revision: nothing to bring back.
  for (const wrong of [
    () => restoreRevision(author, { ...back, seen: version + 2 }),
    () => restoreRevision(at2023, { ...back, revision: block.id, seen: version + 2 }),
  ])
    expect(codeOf(await wrong().catch((error: unknown) => error))).toBe("composer.gone");
});

it("a block is held by one, visibly, until it is given back or two quiet minutes have passed; it is no change of data", async () => {
  const before = await organisation();
  const { organisationId } = author;
  const blockId = (await getEditableReport(organisationId, 2023))!.sections.find(({ code }) => code === "employer")!
    .blocks[0]!.id;
  const wish = (userId: string) => ({ organisationId, year: 2023, userId, blockId });
  const mine = author.actorId;
  const all = await Promise.all([mine, colleague].map((userId) => keepHold(wish(userId))));
  expect(all.filter(Boolean)).toHaveLength(1);
  const [holder, other] = all[0] ? [mine, colleague] : [colleague, mine];
  expect(await keepHold(wish(holder))).toBe(true);
  expect(await listHolds(organisationId, 2023, other)).toEqual([
    expect.objectContaining({ blockId, isOwn: false, name: expect.stringMatching(/\w/) }),
  ]);
  await freeHold(wish(other));
  expect(await listHolds(organisationId, 2023, holder)).toHaveLength(1);
  await world.database.$executeRaw`UPDATE "BlockHold" SET "seenAt" = now() - interval '121 seconds'`;
  expect(await listHolds(organisationId, 2023, other)).toEqual([]);
  expect(await keepHold(wish(other))).toBe(true);
  await freeHold(wish(other));
  expect(await listHolds(organisationId, 2023, other)).toEqual([]);
  const region = await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } });
  expect(await keepHold({ ...wish(mine), organisationId: region.id })).toBe(false);
  expect(await organisation()).toEqual(before);
});
