import { describe, expect, it } from "vitest";
import { handOn } from "@/lib/agreement/handover/mutations";
import { approve, propose, sign } from "@/lib/agreement/mutations";
import { openPeriod } from "@/lib/agreement/period/mutations";
import { addRequirement, removeRequirement } from "@/lib/agreement/requirement/mutations";
import { saveCommitmentOf } from "@/lib/commitment/mutations";
import { decide } from "@/lib/commitment/rolling/mutations";
import { untouched } from "./agreement-untouched";
import { refused, type AgreementWorld } from "./agreement-world";
import type { TestDatabase } from "./harness";

let world: TestDatabase;
let it_: AgreementWorld;
untouched("rolling", (...made) => ([world, it_] = made));

describe("the next period", () => {
  it("is rolled forward: carried on, changed, copied and ended, once each", async () => {
    const { actor, seen, org, draft, period } = it_;
    for (const text of ["Anden", "Tredje", "Fjerde"])
      await saveCommitmentOf(actor("north"), await seen(org.north), null, draft({ text }));
    await it_.signed();
    await it_.openYear("2025-01-01", "2026-12-31", period.id);
    const next = await world.database.agreementPeriod.findFirstOrThrow({ where: { previousId: period.id } });
    expect(next.code).toBe("2025-2026");
    const there = () => seen(org.north, next.id);
    const own = await world.database.commitment.findMany({
      where: { agreement: { periodId: period.id, orgUnitId: org.north }, requirementId: null },
      orderBy: { position: "asc" },
    });
    const decisions = ["carryOn", "change", "copy", "end"] as const;
    for (const [at, decision] of decisions.entries())
      await decide(actor("north"), await there(), {
        commitmentId: own[at]!.id,
        decision,
        reason: decision === "end" ? "Færdig" : "",
      });
    expect(
      await refused(decide(actor("north"), await there(), { commitmentId: own[0]!.id, decision: "copy", reason: "" })),
    ).toBe("agreement.decidedAlready");
    const rolledOn = await world.database.commitment.findMany({
      where: { agreement: { periodId: next.id, orgUnitId: org.north } },
      orderBy: { position: "asc" },
    });
    // Whoever answered for the requirement answers for it on.
    const required = await world.database.commitment.findFirstOrThrow({
      where: { agreement: { periodId: period.id, orgUnitId: org.north }, requirementId: { not: null } },
    });
    expect([required.responsible, rolledOn[0]!.responsible]).toEqual(["Indkøb", "Indkøb"]);
    expect(rolledOn.map(({ origin, fromId }) => [origin, fromId])).toEqual([
      ["requirement", required.id],
      ["carried", own[0]!.id],
      ["changed", own[1]!.id],
      ["copied", own[2]!.id],
    ]);
    expect(rolledOn.every(({ deadline }) => deadline.toISOString().startsWith("2026-12-31"))).toBe(true);
  });

  it("is not signed before everything of the last is decided, and takes no day twice", async () => {
    await it_.signed();
    const { actor, seen, org, period, setter, track } = it_;
    const again = openPeriod(setter, {
      ...{ from: "2024-12-31", to: "2025-12-31", noteDa: "", noteEn: "", followUpMonths: 6, previousId: null },
      minima: new Map([[track.id, 1]]),
    });
    expect(await refused(again)).toBe("agreement.periodOverlaps");
    await it_.openYear("2025-01-01", "2026-12-31", period.id);
    const next = await world.database.agreementPeriod.findFirstOrThrow({ where: { previousId: period.id } });
    const { id } = await it_.agreementOf(org.north, next.id);
    const there = () => seen(org.north, next.id);
    const deadline = "2026-12-31";
    const [required] = await world.database.commitment.findMany({ where: { agreementId: id } });
    await saveCommitmentOf(actor("north"), await there(), required!.id, it_.draft({ text: "", deadline }));
    await saveCommitmentOf(actor("north"), await there(), null, it_.draft({ deadline }));
    await propose(actor("north"), await there());
    await approve(actor("central"), await there());
    const text = await world.database.agreementText.findFirstOrThrow({ where: { agreementId: id } });
    const signing = sign(actor("north"), await there(), {
      party: "unit",
      sha256: text.sha256,
      capacity: "x",
      locale: "da",
    });
    expect(await refused(signing)).toBe("agreement.lack.undecided");
  });

  it("gives a requirement back only while everything it concerns is a draft and nothing was said of it", async () => {
    const { org, setter, period, track } = it_;
    const said = { periodId: period.id, trackId: track.id, orgUnitId: org.south, textDa: "Forkert", textEn: "Wrong" };
    await addRequirement(setter, said);
    const { id } = await world.database.requirement.findFirstOrThrow({ where: { textDa: "Forkert" } });
    const standing = () => world.database.commitment.count({ where: { requirementId: id } });
    expect(await standing()).toBe(1);
    await removeRequirement(setter, id);
    expect([await standing(), await world.database.requirement.count({ where: { id } })]).toEqual([0, 0]);
    expect(await refused(removeRequirement(setter, id))).toBe("access.notFound");
    const trail = await world.database.auditEntry.findFirstOrThrow({ where: { action: "requirement.remove" } });
    expect(trail.detail).toMatchObject({ before: { textDa: "Forkert", orgUnitId: org.south } });
    const common = await world.database.requirement.findFirstOrThrow({ where: { organisationId: org.id } });
    await it_.signed();
    expect(await refused(removeRequirement(setter, common.id))).toBe("agreement.requirementLate");
  });

  it("takes a requirement only while everything it concerns is a draft", async () => {
    await it_.signed();
    const { setter, period, track, org } = it_;
    const more = { periodId: period.id, trackId: track.id, textDa: "x", textEn: "x" };
    expect(await refused(addRequirement(setter, { ...more, orgUnitId: null }))).toBe("agreement.requirementLate");
    await addRequirement(setter, { ...more, orgUnitId: org.south });
    const south = await it_.agreementOf(org.south);
    expect(await world.database.commitment.count({ where: { agreementId: south.id } })).toBe(2);
  });
});

describe("an org unit that closes", () => {
  it("hands its agreement on by an amendment both sign, and its successor signs what it takes over", async () => {
    const own = await it_.signed("north");
    await it_.signed("south");
    const { actor, seen, org } = it_;
    const give = async (parts: Map<string, string>, from = "2024-07-01") =>
      handOn(actor("central"), await seen(org.north), { reason: "Lukker", from, parts });
    expect(await refused(give(new Map()))).toBe("agreement.successorMissing");
    expect(await refused(give(new Map([[own, org.south]]), "2025-01-01"))).toBe("agreement.outsidePeriod");
    expect(await refused(give(new Map([[own, org.north]])))).toBe("access.notFound");
    await give(new Map([[own, org.south]]));
    expect((await it_.newestText()).text).toContain("- South fører videre: Vaskbare kitler\n");
    expect(await it_.stateOf()).toBe("approved");
    await it_.signAs("unit", "north");
    await it_.signAs("central", "central");
    expect(await it_.stateOf()).toBe("handedOn");
    const successor = await it_.agreementOf(org.south);
    expect([successor.state, successor.edition, successor.reason]).toEqual(["draft", 2, "Lukker"]);
    const taken = await world.database.commitment.findFirstOrThrow({ where: { fromId: own } });
    expect([taken.agreementId, taken.origin]).toEqual([successor.id, "handedOn"]);
    await propose(actor("south"), await seen(org.south));
    await approve(actor("central"), await seen(org.south));
    await it_.signAs("unit", "south", org.south);
    await it_.signAs("central", "central", org.south);
    expect(await it_.stateOf(org.south)).toBe("signed");
  });
});
