import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import type { PrismaClient } from "@/lib/database/generated/client";
import type { Role } from "@/lib/access/policy";
import type { Access } from "@/lib/access/model";
import type { JudgedFile } from "@/lib/evidence/model";
import { attachFile, discuss } from "@/prisma/demo/beside-factory";
import { examplePdf, examplePng } from "@/prisma/demo/example-files";
import { withConnection } from "@/lib/database/pool";
import * as discussing from "@/lib/discussion/mutations";
import * as discussions from "@/lib/discussion/queries";
import { addEvidence as add, withdrawEvidence as withdraw } from "@/lib/evidence/mutations";
import * as evidence from "@/lib/evidence/queries";
import { readFileBytes } from "@/lib/kept-file/queries";
import * as beside from "@/lib/value/beside/queries";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let ownerUrl: string;
let close: () => Promise<void>;
let org: Awaited<ReturnType<typeof anOrganisation>>;
let other: Awaited<ReturnType<typeof anOrganisation>>;

beforeAll(async () => {
  ({ database, ownerUrl, close } = await freshDatabase());
  org = await anOrganisation(database, "aleris");
  other = await anOrganisation(database, "region");
}, 60_000);
afterAll(() => close());

const pdf = examplePdf(["Example"]);
const judged = (bytes: Buffer, name = "faktura.pdf"): JudgedFile & { bytes: Buffer; note: string } => ({
  name,
  kind: "pdf",
  size: bytes.length,
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes,
  note: "",
});
const actor = () => ({ organisationId: org.organisationId, actorId: org.actorId, door: "page" as const });
const cell = (kpiId = org.electricity, orgUnitId = org.north, year = 2024) => ({ kpiId, orgUnitId, year });
const addTo = (where: ReturnType<typeof cell>, file = judged(pdf), by = actor()) =>
  withConnection((sql) => add(sql, by, where, file));
const take = (id: string, by = actor(), reason = "Wrong year") =>
  withConnection((sql) => withdraw(sql, by, id, reason));
const latestAudit = () =>
  database.auditEntry.findFirstOrThrow({
    where: { organisationId: org.organisationId },
    orderBy: { sequence: "desc" },
  });
const access = (role: Role, reach: string[] | null = null): Access => ({
  user: { id: org.actorId, name: "x", email: "x@aleris.example" },
  organisation: { id: org.organisationId, slug: "aleris", name: "aleris", dataVersion: "1", hasAgreements: false },
  roles: [role],
  orgUnitIds: reach,
  organisations: [],
});
const address = (unit: string, code = "electricity", year = 2024) => ({ year, unit, code });

describe("evidence", () => {
  it("is kept once per organisation whatever it backs, with its hash, its author and a link in the trail", async () => {
    const big = Buffer.concat([pdf, Buffer.alloc(2_500_000, 7)]);
    const id = await addTo(cell(), judged(big));
    await addTo(cell(org.water), judged(big, "samme fil.pdf"));
    await attachFile(
      database,
      { organisationId: other.organisationId, ...cell(other.electricity, other.north) },
      { actorId: other.actorId, at: new Date() },
      { name: "a.pdf", kind: "pdf", bytes: big },
    );
    const kept = await database.keptFile.findMany({ where: { sha256: judged(big).sha256 }, include: { _count: true } });
    expect(kept.map(({ organisationId }) => organisationId).sort()).toEqual(
      [org.organisationId, other.organisationId].sort(),
    );
    const [view] = await evidence.getEvidence(org.organisationId, cell());
    expect(view).toMatchObject({
      id,
      name: "faktura.pdf",
      size: big.length,
      sha256: judged(big).sha256,
      by: "Controller of aleris",
      withdrawn: null,
    });
    const audit = await latestAudit();
    expect([audit.action, audit.actorId]).toEqual(["evidence.add", org.actorId]);
    expect(JSON.stringify(audit.detail)).toContain(judged(big).sha256);
    expect(JSON.stringify(audit.detail)).not.toContain("samme fil");
    // What is given out is what was brought, byte for byte.
    const found = (await evidence.findEvidence(org.organisationId, id))!;
    const bytes = await withConnection((sql) => readFileBytes(sql, found.fileId));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(judged(big).sha256);
  });

  it("the same file twice beside one value is refused, also by two at once; withdrawn, it can come back", async () => {
    const where = cell(org.electricity, org.south);
    const outcomes = await Promise.allSettled([addTo(where), addTo(where)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [held] = await evidence.getEvidence(org.organisationId, where);
    await expect(addTo(where)).rejects.toMatchObject({ code: "evidence.already" });
    await take(held!.id);
    expect((await evidence.getEvidence(org.organisationId, where))[0]!.withdrawn).toMatchObject({
      by: "Controller of aleris",
      reason: "Wrong year",
    });
    expect((await latestAudit()).action).toBe("evidence.withdraw");
    await expect(take(held!.id)).rejects.toMatchObject({ code: "evidence.withdrawnAlready" });
    await addTo(where);
    expect(await evidence.getEvidence(org.organisationId, where)).toHaveLength(2);
    // Withdrawn or not, it can be read.
    expect(await evidence.findEvidence(org.organisationId, held!.id)).not.toBeNull();
  });

  it("has a most per value", async () => {
    const where = cell(org.revenue, org.root);
    const by = { actorId: org.actorId, at: new Date() };
    for (let at = 0; at < 30; at += 1)
      await attachFile(database, { organisationId: org.organisationId, ...where }, by, {
        name: "a.png",
        kind: "png",
        bytes: examplePng(1, 1, at),
      });
    await expect(addTo(where)).rejects.toMatchObject({ code: "evidence.tooMany", values: { most: 30 } });
  });

  it("may be added to a published year, and not withdrawn from it", async () => {
    const id = await addTo(cell(org.electricity, org.north, 2023));
    await expect(take(id)).rejects.toMatchObject({ code: "evidence.periodClosed" });
    expect(await database.evidenceWithdrawal.count({ where: { evidenceId: id } })).toBe(0);
    // Twin: in an open year the same act is done.
    const open = await addTo(cell(org.board, org.root));
    await take(open);
  });

  it("is out of another organisation's reach", async () => {
    const id = await addTo(cell(org.water, org.north));
    const foreign = { organisationId: other.organisationId, actorId: other.actorId, door: "page" as const };
    await expect(take(id, foreign)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await evidence.findEvidence(other.organisationId, id)).toBeNull();
    expect(await evidence.getEvidence(other.organisationId, cell(org.water, org.north))).toEqual([]);
    expect(await evidence.findEvidence(org.organisationId, "not an id")).toBeNull();
    await expect(addTo(cell(other.electricity, org.north))).rejects.toThrow(/foreign key/);
    await expect(addTo(cell(org.electricity, other.north))).rejects.toThrow(/foreign key/);
  });

  it("a failure halfway leaves nothing behind", async () => {
    const fresh = judged(Buffer.concat([pdf, Buffer.from("never kept")]), "a/b.pdf");
    await expect(addTo(cell(org.water, org.north), fresh)).rejects.toThrow(/Evidence_name_clean/);
    expect(await database.keptFile.count({ where: { sha256: fresh.sha256 } })).toBe(0);
  });

  it("the database takes no other kind and no name that deceives, and changes nothing, whoever asks", async () => {
    await expect(addTo(cell(org.water, org.south), { ...judged(pdf), kind: "exe" as "pdf" })).rejects.toThrow(
      /Evidence_kind_known/,
    );
    for (const name of ["a\u202efdp.exe", "a\u0007.pdf", "..\\a.pdf", ""])
      await expect(addTo(cell(org.water, org.south), judged(pdf, name)), JSON.stringify(name)).rejects.toThrow(
        /Evidence_name_clean/,
      );
    await withClient(ownerUrl, async (owner) => {
      for (const table of ["Evidence", "EvidenceWithdrawal", "Discussion", "DiscussionEntry", "KeptFile"])
        for (const sql of [`UPDATE "${table}" SET "organisationId" = "organisationId"`, `DELETE FROM "${table}"`])
          await expect(owner.query(sql), sql).rejects.toThrow(/append-only/);
      // Twin: without the trigger the same statement goes through.
      await owner.query("BEGIN");
      await owner.query(`ALTER TABLE "EvidenceWithdrawal" DISABLE TRIGGER append_only`);
      const { rowCount } = await owner.query(`DELETE FROM "EvidenceWithdrawal"`);
      expect(rowCount).toBeGreaterThan(0);
      await owner.query("ROLLBACK");
    });
  });
});

describe("discussions", () => {
  const speaker = () => ({ organisationId: org.organisationId, actorId: org.actorId });
  const say = (id: string, act: "message" | "resolved" | "reopened", text: string, seen: number, by = speaker()) =>
    discussing.continueDiscussion(database, by, id, { act, text, seen });

  it("are begun, answered, resolved and reopened, in order, with who and when, and a link each in the trail", async () => {
    const id = await discussing.beginDiscussion(database, speaker(), cell(), "Is it kWh?\nLook again.");
    await say(id, "message", "Yes", 1);
    await say(id, "resolved", "", 2);
    await expect(say(id, "message", "But", 3)).rejects.toMatchObject({ code: "discussion.isResolved" });
    await expect(say(id, "resolved", "", 3)).rejects.toMatchObject({ code: "discussion.isResolved" });
    await say(id, "reopened", "Once more", 3);
    await expect(say(id, "reopened", "", 4)).rejects.toMatchObject({ code: "discussion.isOpen" });
    const [view] = await discussions.getDiscussions(org.organisationId, cell());
    expect(view!.lines.map(({ act, text, by }) => [act, text, by])).toEqual([
      ["message", "Is it kWh?\nLook again.", "Controller of aleris"],
      ["message", "Yes", "Controller of aleris"],
      ["resolved", "", "Controller of aleris"],
      ["reopened", "Once more", "Controller of aleris"],
    ]);
    const trail = await database.auditEntry.findMany({ where: { subject: id }, orderBy: { sequence: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual([
      "discussion.begin",
      "discussion.message",
      "discussion.resolved",
      "discussion.reopened",
    ]);
    expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain("kWh");
  });

  it("are not resolved over something that was not read; messages at once all stay", async () => {
    const id = await discussing.beginDiscussion(database, speaker(), cell(org.water), "First");
    await Promise.all(Array.from({ length: 6 }, (_, at) => say(id, "message", `m${at}`, 1)));
    const [view] = await discussions.getDiscussions(org.organisationId, cell(org.water));
    expect(view!.lines).toHaveLength(7);
    await expect(say(id, "resolved", "", 6)).rejects.toMatchObject({ code: "discussion.moved" });
    const settled = await Promise.allSettled([say(id, "resolved", "", 7), say(id, "resolved", "", 7)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("are out of another organisation's reach", async () => {
    const id = await discussing.beginDiscussion(database, speaker(), cell(org.board, org.root), "Ours");
    const foreign = { organisationId: other.organisationId, actorId: other.actorId };
    await expect(say(id, "message", "Theirs", 1, foreign)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await discussions.findDiscussion(other.organisationId, id)).toBeNull();
    await expect(discussing.beginDiscussion(database, speaker(), cell(other.electricity), "x")).rejects.toThrow();
    expect(await database.discussionEntry.count({ where: { discussionId: id } })).toBe(1);
  });

  it("keep what an erased person said, without a name", async () => {
    const person = await database.user.create({ data: { name: "Leaves", email: "leaves@aleris.example" } });
    const where = cell(org.revenue, org.root);
    await discuss(database, { organisationId: org.organisationId, ...where }, [
      { actorId: person.id, at: new Date(), text: "Stays" },
    ]);
    const id = await addTo(where.year === 2024 ? cell(org.intensity, org.root) : where, judged(pdf), {
      ...actor(),
      actorId: person.id,
    });
    await database.user.delete({ where: { id: person.id } });
    const views = await discussions.getDiscussions(org.organisationId, where);
    expect(views.flatMap(({ lines }) => lines).at(-1)).toMatchObject({ text: "Stays", by: "" });
    expect((await evidence.getEvidence(org.organisationId, cell(org.intensity, org.root)))[0]).toMatchObject({
      id,
      by: "",
    });
  });
});

describe("what stands beside a value", () => {
  it("is found by its address, within the reach of whoever asks", async () => {
    expect(await beside.requireCell(access("contributor", [org.north]), address("north"))).toEqual(cell());
    for (const [who, where] of [
      [access("contributor", [org.north]), address("south")],
      [access("controller"), address("nowhere")],
      [access("controller"), address("north", "nothing")],
      [access("controller"), address("north", "electricity", 1999)],
      [access("controller"), address("north", "electricity", 2030)],
    ] as const)
      await expect(beside.requireCell(who, where), JSON.stringify(where)).rejects.toMatchObject({
        code: "access.notFound",
      });
    // Twin: a reach that is not bound sees the other org unit.
    expect(await beside.requireCell(access("auditor"), address("south"))).toEqual(cell(org.electricity, org.south));
  });

  it.each<[Role, number, string]>([
    ["contributor", 2024, "addEvidence withdraw discuss restore submit"],
    ["controller", 2024, "addEvidence withdraw discuss restore submit approve sendBack"],
    ["administrator", 2023, "addEvidence discuss"],
    ["manager", 2024, ""],
    ["auditor", 2024, ""],
    ["auditor", 2023, ""],
  ])("lets the %s do in %i: %s", async (role, year, allowed) => {
    const { acts } = await beside.getBeside(access(role), cell(org.electricity, org.north, year));
    expect(
      Object.entries(acts)
        .flatMap(([act, may]) => (may ? [act] : []))
        .join(" "),
    ).toBe(allowed);
  });

  it("is counted per cell in one read: evidence that holds, discussions that are open", async () => {
    const fresh = await anOrganisation(database, "counted");
    const by = { actorId: fresh.actorId, at: new Date() };
    const at = (orgUnitId: string) => ({
      organisationId: fresh.organisationId,
      kpiId: fresh.electricity,
      orgUnitId,
      year: 2024,
    });
    const file = { name: "a.pdf", kind: "pdf", bytes: pdf };
    await attachFile(database, at(fresh.north), by, file);
    const gone = await attachFile(database, at(fresh.north), by, { ...file, bytes: Buffer.from("other") });
    await database.evidenceWithdrawal.create({
      data: { evidenceId: gone, organisationId: fresh.organisationId, reason: "x", actorId: by.actorId },
    });
    await discuss(database, at(fresh.north), [{ ...by, text: "open" }]);
    await discuss(database, at(fresh.north), [
      { ...by, text: "done" },
      { ...by, act: "resolved" },
    ]);
    await discuss(database, at(fresh.south), [
      { ...by, text: "again" },
      { ...by, act: "resolved" },
      { ...by, act: "reopened" },
      { ...by, text: "more" },
    ]);
    const counts = await beside.getBesideCounts(fresh.organisationId, 2024, null);
    const of = (orgUnitId: string) => counts.find((one) => one.orgUnitId === orgUnitId);
    expect(of(fresh.north)).toMatchObject({ kpiId: fresh.electricity, evidence: 1, open: 1 });
    expect(of(fresh.south)).toMatchObject({ evidence: 0, open: 1 });
    expect(await beside.getBesideCounts(fresh.organisationId, 2024, [fresh.south])).toHaveLength(1);
    expect(await beside.getBesideCounts(fresh.organisationId, 2023, null)).toEqual([]);
  });
});
