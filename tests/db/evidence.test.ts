import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import { withConnection } from "@/lib/database/pool";
import * as evidence from "@/lib/evidence/queries";
import { readFileBytes } from "@/lib/kept-file/queries";
import { attachFile } from "@/prisma/demo/beside-factory";
import { examplePng } from "@/prisma/demo/example-files";
import { besideWorld, judged, pdf } from "./beside-world";

const { here, cell, addTo, take } = besideWorld();
const latestAudit = () =>
  here.database.auditEntry.findFirstOrThrow({
    where: { organisationId: here.aleris.organisationId },
    orderBy: { sequence: "desc" },
  });

describe("evidence", () => {
  it("is kept once per organisation whatever it backs, with its hash, its author and a link in the trail", async () => {
    const big = Buffer.concat([pdf, Buffer.alloc(2_500_000, 7)]);
    const id = await addTo(cell(), judged(big));
    await addTo(cell(here.aleris.water), judged(big, "samme fil.pdf"));
    await attachFile(
      here.database,
      { organisationId: here.region.organisationId, ...cell(here.region.electricity, here.region.north) },
      { actorId: here.region.actorId, at: new Date() },
      { name: "a.pdf", kind: "pdf", bytes: big },
    );
    const kept = await here.database.keptFile.findMany({
      where: { sha256: judged(big).sha256 },
      include: { _count: true },
    });
    expect(kept.map(({ organisationId }) => organisationId).sort()).toEqual(
      [here.aleris.organisationId, here.region.organisationId].sort(),
    );
    const [view] = await evidence.getEvidence(here.aleris.organisationId, cell());
    expect(view).toMatchObject({
      id,
      name: "faktura.pdf",
      size: big.length,
      sha256: judged(big).sha256,
      by: "Controller of aleris",
      withdrawn: null,
    });
    const audit = await latestAudit();
    expect([audit.action, audit.actorId]).toEqual(["evidence.add", here.aleris.actorId]);
    expect(JSON.stringify(audit.detail)).toContain(judged(big).sha256);
    expect(JSON.stringify(audit.detail)).not.toContain("samme fil");
    // What is given out is what was brought, byte for byte.
    const found = (await evidence.findEvidence(here.aleris.organisationId, id))!;
    const bytes = await withConnection((sql) => readFileBytes(sql, found.fileId));
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(judged(big).sha256);
  });

  it("the same file twice beside one value is refused, also by two at once; withdrawn, it can come back", async () => {
    const where = cell(here.aleris.electricity, here.aleris.south);
    const outcomes = await Promise.allSettled([addTo(where), addTo(where)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [held] = await evidence.getEvidence(here.aleris.organisationId, where);
    await expect(addTo(where)).rejects.toMatchObject({ code: "evidence.already" });
    await take(held!.id);
    expect((await evidence.getEvidence(here.aleris.organisationId, where))[0]!.withdrawn).toMatchObject({
      by: "Controller of aleris",
      reason: "Wrong year",
    });
    expect((await latestAudit()).action).toBe("evidence.withdraw");
    await expect(take(held!.id)).rejects.toMatchObject({ code: "evidence.withdrawnAlready" });
    await addTo(where);
    expect(await evidence.getEvidence(here.aleris.organisationId, where)).toHaveLength(2);
    // Withdrawn or not, it can be read.
    expect(await evidence.findEvidence(here.aleris.organisationId, held!.id)).not.toBeNull();
  });

  it("has a most per value", async () => {
    const where = cell(here.aleris.revenue, here.aleris.root);
    const by = { actorId: here.aleris.actorId, at: new Date() };
    for (let at = 0; at < 30; at += 1)
      await attachFile(here.database, { organisationId: here.aleris.organisationId, ...where }, by, {
        name: "a.png",
        kind: "png",
        bytes: examplePng(1, 1, at),
      });
    await expect(addTo(where)).rejects.toMatchObject({ code: "evidence.tooMany", values: { most: 30 } });
  });

  it("may be added to a published year, and not withdrawn from it", async () => {
    const id = await addTo(cell(here.aleris.electricity, here.aleris.north, 2023));
    await expect(take(id)).rejects.toMatchObject({ code: "evidence.periodClosed" });
    expect(await here.database.evidenceWithdrawal.count({ where: { evidenceId: id } })).toBe(0);
    // Twin: in an open year the same act is done.
    const open = await addTo(cell(here.aleris.board, here.aleris.root));
    await take(open);
  });

  it("is out of another organisation's reach", async () => {
    const id = await addTo(cell(here.aleris.water, here.aleris.north));
    const foreign = { organisationId: here.region.organisationId, actorId: here.region.actorId, door: "page" as const };
    await expect(take(id, foreign)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await evidence.findEvidence(here.region.organisationId, id)).toBeNull();
    expect(await evidence.getEvidence(here.region.organisationId, cell(here.aleris.water, here.aleris.north))).toEqual(
      [],
    );
    expect(await evidence.findEvidence(here.aleris.organisationId, "not an id")).toBeNull();
    await expect(addTo(cell(here.region.electricity, here.aleris.north))).rejects.toThrow(/foreign key/);
    await expect(addTo(cell(here.aleris.electricity, here.region.north))).rejects.toThrow(/foreign key/);
  });

  it("a failure halfway leaves nothing behind", async () => {
    const fresh = judged(Buffer.concat([pdf, Buffer.from("never kept")]), "a/b.pdf");
    await expect(addTo(cell(here.aleris.water, here.aleris.north), fresh)).rejects.toThrow(/Evidence_name_clean/);
    expect(await here.database.keptFile.count({ where: { sha256: fresh.sha256 } })).toBe(0);
  });

  it("the database takes no other kind and no name that deceives, and changes nothing, whoever asks", async () => {
    await expect(
      addTo(cell(here.aleris.water, here.aleris.south), { ...judged(pdf), kind: "exe" as "pdf" }),
    ).rejects.toThrow(/Evidence_kind_known/);
    for (const name of ["a\u202efdp.exe", "a\u0007.pdf", "..\\a.pdf", ""])
      await expect(
        addTo(cell(here.aleris.water, here.aleris.south), judged(pdf, name)),
        JSON.stringify(name),
      ).rejects.toThrow(/Evidence_name_clean/);
    await withClient(here.ownerUrl, async (owner) => {
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
