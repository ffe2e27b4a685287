import { afterAll, beforeAll, expect, it } from "vitest";
import { addFollowUpFile, withdrawFollowUpFile } from "@/lib/commitment/follow-up/file/mutations";
import { mostPerFollowUp } from "@/lib/commitment/follow-up/file/model";
import { findFollowUpFile } from "@/lib/commitment/follow-up/file/queries";
import { followUp } from "@/lib/commitment/follow-up/mutations";
import { getFollowUps } from "@/lib/commitment/queries";
import { getFollowUpRows } from "@/lib/agreement/export/queries";
import { withConnection } from "@/lib/database/pool";
import { judgeFile } from "@/lib/evidence/file/queries";
import { readFileBytes } from "@/lib/kept-file/queries";
import { agreementWorld, refused, type AgreementWorld } from "./agreement-world";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let it_: AgreementWorld;
let place: { commitmentId: string; followUpId: string };

beforeAll(async () => {
  world = await freshDatabase();
  it_ = await agreementWorld(world.database, "backing");
  const commitmentId = await it_.signed();
  const said = { onDay: "2024-06-03", status: "onTrack", text: "Prøvet", evidence: "", effect: null } as const;
  await followUp(it_.actor("north"), commitmentId, said);
  const { id: followUpId } = await world.database.followUp.findFirstOrThrow({ where: { commitmentId } });
  place = { commitmentId, followUpId };
}, 60_000);
afterAll(() => world.close());

const bytesOf = (text: string) => Buffer.from(`a;b\r\n${text};1\r\n`);
const attach = async (who: Parameters<typeof it_.actor>[0], text: string, at = place) => {
  const bytes = bytesOf(text);
  const judged = { ...(await judgeFile(`${text}.csv`, bytes)), bytes };
  return withConnection((sql) => addFollowUpFile(sql, it_.actor(who), at, judged));
};

it("backs a follow-up with a file kept as it came, and notes it without its name", async () => {
  const { org } = it_;
  const id = await attach("north", "vejesedler");
  const found = (await findFollowUpFile(org.id, id))!;
  expect(await withConnection((sql) => readFileBytes(sql, found.fileId))).toEqual(bytesOf("vejesedler"));
  const [said] = await getFollowUps(org.id, place.commitmentId);
  expect(said!.files).toEqual([expect.objectContaining({ id, name: "vejesedler.csv", kind: "csv" })]);
  const trail = await world.database.auditEntry.findFirstOrThrow({
    where: { organisationId: org.id, action: "commitment.file" },
  });
  expect([trail.subject, JSON.stringify(trail.detail).includes("vejesedler")]).toEqual(["north 2024", false]);
  expect(await findFollowUpFile(it_.track.id, id)).toBeNull();
});

it("takes none from another org unit's people, of another commitment, twice, or without end", async () => {
  const before = await world.database.followUpFile.count();
  expect(await refused(attach("south", "fremmed"))).toBe("access.notFound");
  const other = await world.database.commitment.findFirstOrThrow({ where: { id: { not: place.commitmentId } } });
  expect(await refused(attach("north", "andet", { ...place, commitmentId: other.id }))).toBe("access.notFound");
  expect(await refused(attach("central", "vejesedler"))).toBe("evidence.alreadyHere");
  expect(await world.database.followUpFile.count()).toBe(before);
  for (let at = before; at < mostPerFollowUp; at += 1) await attach("central", `fil ${at}`);
  expect(await refused(attach("central", "en for meget"))).toBe("evidence.tooManyHere");
});

it("is taken back with a reason by those who may attach, stays to be read, and makes room", async () => {
  const { org, actor } = it_;
  const listed = async () => (await getFollowUps(org.id, place.commitmentId))[0]!.files;
  const { id } = (await listed()).find(({ name }) => name === "vejesedler.csv")!;
  for (const [who, which] of [
    ["south", id],
    ["north", it_.track.id],
  ] as const)
    expect(await refused(withdrawFollowUpFile(actor(who), which, "Fremmed"))).toBe("access.notFound");
  expect(await world.database.followUpFileWithdrawal.count()).toBe(0);

  await withdrawFollowUpFile(actor("north"), id, "Forkert læs");
  expect(await refused(withdrawFollowUpFile(actor("central"), id, "Igen"))).toBe("evidence.withdrawnAlready");
  const said = (await listed()).find((file) => file.id === id)!;
  expect(said.withdrawn).toEqual(expect.objectContaining({ reason: "Forkert læs" }));
  expect(await findFollowUpFile(org.id, id)).not.toBeNull();
  const trail = await world.database.auditEntry.findMany({ where: { action: "commitment.withdrawFile" } });
  expect(trail.map(({ subject, detail }) => [subject, (detail as { file: string }).file])).toEqual([
    ["north 2024", id],
  ]);
  const rows = await getFollowUpRows(org.id, it_.period.id, "da");
  expect(rows.map(({ evidence }) => evidence).join()).not.toContain("vejesedler.csv");

  // What was taken back counts neither among the most there may be nor as the same file.
  await attach("north", "vejesedler");
  expect(
    (await listed()).filter(({ name }) => name === "vejesedler.csv").map((file) => file.withdrawn === null),
  ).toEqual([false, true]);
});

it("is never changed or taken away, not even by its owner", async () => {
  for (const sql of [
    `UPDATE "FollowUpFile" SET name = 'x'`,
    `DELETE FROM "FollowUpFile"`,
    `UPDATE "FollowUpFileWithdrawal" SET reason = 'x'`,
    `DELETE FROM "FollowUpFileWithdrawal"`,
  ])
    await expect(world.database.$executeRawUnsafe(sql), sql).rejects.toThrow();
  await expect(
    world.database.$executeRawUnsafe(
      `INSERT INTO "FollowUpFile" ("organisationId", "followUpId", "fileId", name, kind, "addedBy") SELECT "organisationId", "followUpId", "fileId", '../x', kind, "addedBy" FROM "FollowUpFile"`,
    ),
  ).rejects.toThrow(/FollowUpFile_name_clean/);
});
