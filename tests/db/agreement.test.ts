import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Refusal } from "@/lib/access/refusal";
import { assess } from "@/lib/agreement/assessment/mutations";
import { handOn } from "@/lib/agreement/handover/mutations";
import { amend, approve, close, giveBack, propose, sign } from "@/lib/agreement/mutations";
import { followUp, reachMilestone } from "@/lib/commitment/follow-up/mutations";
import { removeCommitmentOf, saveCommitmentOf } from "@/lib/commitment/mutations";
import { decide } from "@/lib/commitment/rolling/mutations";
import { withClient } from "@/lib/database/connection";
import { untouched } from "./agreement-untouched";
import { refused, type AgreementWorld } from "./agreement-world";
import type { TestDatabase } from "./harness";

let world: TestDatabase;
let it_: AgreementWorld;
untouched("agreeing", (...made) => ([world, it_] = made));

const asOwner = (sql: string) => withClient(world.ownerUrl, (client) => client.query(sql));

describe("an agreement", () => {
  it("is signed by both on one text, followed up, and closed with an evaluation; the trail knows each step", async () => {
    const own = await it_.signed();
    expect(await it_.stateOf()).toBe("signed");
    const { text, sha256 } = await it_.newestText();
    expect(sha256).toBe(createHash("sha256").update(text).digest("hex"));
    expect(text).toContain("- Vaskbare kitler\n  Ansvarlig: Indkøb\n  Frist: 31. december 2024\n");
    await followUp(it_.actor("north"), own, {
      ...{ onDay: "2024-06-03", status: "onTrack", text: "Prøvet på ét afsnit", evidence: "Referat", effect: null },
    });
    await close(it_.actor("central"), await it_.seen(it_.org.north), "Gik godt");
    expect(await it_.stateOf()).toBe("closed");
    const trail = await world.database.auditEntry.findMany({
      where: { organisationId: it_.org.id, subject: "north 2024" },
      orderBy: { sequence: "asc" },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      "commitment.change",
      "commitment.add",
      "agreement.propose",
      "agreement.approve",
      "agreement.sign",
      "agreement.sign",
      "commitment.followUp",
      "agreement.close",
    ]);
    const late = followUp(it_.actor("north"), own, {
      onDay: "2024-07-01",
      status: "done",
      text: "x",
      evidence: "",
      effect: null,
    });
    expect(await refused(late)).toBe("agreement.ended");
  });

  it("is refused signing while a rule of its period is not met, and says which", async () => {
    const { actor, seen, org } = it_;
    const { id } = await it_.agreementOf(org.north);
    const [required] = await world.database.commitment.findMany({ where: { agreementId: id } });
    await saveCommitmentOf(actor("north"), await seen(org.north), required!.id, it_.draft({ text: "" }));
    await propose(actor("north"), await seen(org.north));
    await approve(actor("central"), await seen(org.north));
    const error = await it_.signAs("unit", "north").catch((reason: unknown) => reason as Refusal);
    expect(error).toMatchObject({
      code: "agreement.lack.tooFewOwn",
      values: { own: 0, minimum: 1, track: "Cirkulær økonomi" },
    });
    expect(await world.database.signature.count({ where: { organisationId: org.id } })).toBe(0);
    // Handed back it is a draft again; the text nobody signed stays on record.
    await giveBack(actor("central"), await seen(org.north), "Én indsats mangler");
    await saveCommitmentOf(actor("north"), await seen(org.north), null, it_.draft());
    await propose(actor("north"), await seen(org.north));
    await approve(actor("central"), await seen(org.north));
    await it_.signAs("unit", "north");
    await it_.signAs("central", "central");
    expect([await it_.stateOf(), (await it_.newestText()).number]).toEqual(["signed", 2]);
  });

  it("is signed by two people, each once, on the text they saw", async () => {
    await it_.complete("north");
    await propose(it_.actor("north"), await it_.seen(it_.org.north));
    await approve(it_.actor("central"), await it_.seen(it_.org.north));
    const both = it_.actor("central", { isOfUnit: true });
    const { sha256 } = await it_.newestText();
    const as = async (actor: typeof both, party: "unit" | "central", hash = sha256) =>
      sign(actor, await it_.seen(it_.org.north), { party, sha256: hash, capacity: "x", locale: "da" });
    expect(await refused(as(both, "central", "0".repeat(64)))).toBe("agreement.otherText");
    await as(both, "central");
    expect(await refused(as(both, "unit"))).toBe("agreement.sameSigner");
    expect(await refused(as(both, "central"))).toBe("agreement.signedAlready");
    expect(await refused(as(it_.actor("north"), "central"))).toBe("access.notFound");
    expect(await refused(as(it_.actor("south"), "unit"))).toBe("access.notFound");
    await as(it_.actor("north"), "unit");
    expect(await it_.stateOf()).toBe("signed");
  });

  it("changes after signing by an amendment only, and both texts are kept", async () => {
    const own = await it_.signed();
    const { actor, seen, org, draft } = it_;
    const first = await it_.newestText();
    expect(await refused(saveCommitmentOf(actor("north"), await seen(org.north), own, draft({ text: "Andet" })))).toBe(
      "agreement.notDraft",
    );
    await amend(actor("north"), await seen(org.north), "Ny leverandør");
    await saveCommitmentOf(actor("north"), await seen(org.north), own, draft({ text: "Andet" }));
    // What was signed stays in force meanwhile, and is followed up.
    await followUp(actor("north"), own, {
      onDay: "2024-03-01",
      status: "onTrack",
      text: "x",
      evidence: "",
      effect: null,
    });
    await propose(actor("north"), await seen(org.north));
    await approve(actor("central"), await seen(org.north));
    await it_.signAs("unit", "north");
    await it_.signAs("central", "central");
    const texts = await world.database.agreementText.findMany({
      where: { agreementId: first.agreementId },
      include: { signatures: true },
      orderBy: { number: "asc" },
    });
    expect(texts.map(({ kind, reason, edition }) => [kind, reason, edition])).toEqual([
      ["agreement", "", 1],
      ["amendment", "Ny leverandør", 2],
    ]);
    expect(texts[0]!.text).toBe(first.text);
    expect(texts.map(({ signatures }) => signatures.length)).toEqual([2, 2]);
  });

  it("tells whoever saw an older version", async () => {
    const old = await it_.seen(it_.org.north);
    await it_.complete("north");
    expect(await refused(propose(it_.actor("north"), old))).toBe("agreement.changedMeanwhile");
  });
});

describe("the database", () => {
  it("lets nobody change a signed text, what was promised, or a signature; not even its owner", async () => {
    await it_.signed();
    const { id } = await it_.agreementOf(it_.org.north);
    for (const sql of [
      `UPDATE "AgreementText" SET text = 'x' WHERE "agreementId" = '${id}'`,
      `DELETE FROM "AgreementText" WHERE "agreementId" = '${id}'`,
      `UPDATE "Signature" SET capacity = 'x'`,
      `UPDATE "AgreementStep" SET note = 'x'`,
      `UPDATE "Commitment" SET text = 'x' WHERE "agreementId" = '${id}'`,
      `UPDATE "Commitment" SET deadline = '2030-01-01' WHERE "agreementId" = '${id}'`,
      `DELETE FROM "Commitment" WHERE "agreementId" = '${id}'`,
      `UPDATE "Milestone" SET text = 'x' WHERE "organisationId" = '${it_.org.id}'`,
      `INSERT INTO "Commitment" ("organisationId", "agreementId", "trackId", position, origin, text, deadline, measure) VALUES ('${it_.org.id}', '${id}', '${it_.track.id}', 9, 'anew', 'x', '2024-12-31', 'milestones')`,
      `UPDATE "Agreement" SET "orgUnitId" = '${it_.org.south}' WHERE id = '${id}'`,
      `UPDATE "Agreement" SET state = 'proposed' WHERE id = '${id}'`,
      `DELETE FROM "Agreement" WHERE id = '${id}'`,
    ])
      await expect(asOwner(sql), sql).rejects.toThrow();
    // Twin: how far a commitment is may be said.
    await asOwner(`UPDATE "Commitment" SET status = 'done' WHERE "agreementId" = '${id}'`);
  });

  it("keeps one agreement per org unit and period, and none without both signatures", async () => {
    const { organisationId, periodId, orgUnitId } = await it_.agreementOf(it_.org.north);
    await expect(world.database.agreement.create({ data: { organisationId, periodId, orgUnitId } })).rejects.toThrow();
    await it_.complete("south");
    await propose(it_.actor("south"), await it_.seen(it_.org.south));
    await approve(it_.actor("central"), await it_.seen(it_.org.south));
    const { id } = await it_.agreementOf(it_.org.south);
    await expect(asOwner(`UPDATE "Agreement" SET state = 'signed' WHERE id = '${id}'`)).rejects.toThrow(
      "both parties sign",
    );
    await expect(
      asOwner(
        `INSERT INTO "AgreementText" ("organisationId", "agreementId", number, edition, kind, text, sha256, "createdBy") VALUES ('${organisationId}', '${id}', 2, 1, 'agreement', 'x', '${"0".repeat(64)}', '${id}')`,
      ),
    ).rejects.toThrow("hash");
  });
});

describe("a contributor", () => {
  it("changes nothing of another org unit's agreement by any mutation", async () => {
    const own = await it_.signed("south");
    const { actor, seen, org, draft } = it_;
    const there = () => seen(org.south);
    const other = actor("north");
    const milestone = await world.database.milestone.findFirstOrThrow({ where: { commitmentId: own } });
    const before = await world.database.agreement.findFirstOrThrow({ where: { orgUnitId: org.south } });
    const { sha256 } = await it_.newestText(org.south);
    const acts: Record<string, () => Promise<unknown>> = {
      propose: async () => propose(other, await there()),
      giveBack: async () => giveBack(other, await there(), "x"),
      approve: async () => approve(other, await there()),
      sign: async () => sign(other, await there(), { party: "unit", sha256, capacity: "x", locale: "da" }),
      amend: async () => amend(other, await there(), "x"),
      close: async () => close(other, await there(), "x"),
      handOn: async () => handOn(other, await there(), { reason: "x", from: "2024-06-01", parts: new Map() }),
      save: async () => saveCommitmentOf(other, await there(), null, draft()),
      change: async () => saveCommitmentOf(other, await there(), own, draft()),
      remove: async () => removeCommitmentOf(other, await there(), own),
      followUp: async () =>
        followUp(other, own, { onDay: "2024-06-01", status: "done", text: "x", evidence: "", effect: null }),
      milestone: async () => reachMilestone(other, milestone.id, "2024-06-01"),
      decide: async () => decide(other, await there(), { commitmentId: own, decision: "end", reason: "x" }),
      assess: async () => assess(other, { agreementId: before.id, trackId: it_.track.id, verdict: "sound", text: "x" }),
    };
    for (const [name, act] of Object.entries(acts)) expect(await refused(act()), name).toBe("access.notFound");
    expect(await world.database.agreement.findFirstOrThrow({ where: { orgUnitId: org.south } })).toEqual(before);
    expect(await world.database.followUp.count({ where: { commitmentId: own } })).toBe(0);
  });

  it("does not what is the central function's with the own agreement", async () => {
    await it_.complete("north");
    const { actor, seen, org } = it_;
    await propose(actor("north"), await seen(org.north));
    expect(await refused(approve(actor("north"), await seen(org.north)))).toBe("access.notFound");
    expect(await refused(giveBack(actor("north"), await seen(org.north), "x"))).toBe("access.notFound");
  });
});

describe("a specialist function", () => {
  it("assesses in its own tracks only", async () => {
    const { id } = await it_.agreementOf(it_.org.north);
    const say = (trackId: string, who: "expert" | "central" | "north") =>
      assess(it_.actor(who), { agreementId: id, trackId, verdict: "sound", text: "Godt" });
    await say(it_.track.id, "expert");
    expect(await refused(say(it_.social.id, "expert"))).toBe("access.notFound");
    expect(await refused(say(it_.track.id, "north"))).toBe("access.notFound");
    await say(it_.social.id, "central");
    expect(await world.database.assessment.count({ where: { agreementId: id } })).toBe(2);
  });
});
