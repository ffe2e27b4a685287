import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countSigned } from "@/lib/agreement/matrix/model";
import { getMatrix } from "@/lib/agreement/matrix/queries";
import { getLacks } from "@/lib/agreement/page/queries";
import { getAgreementPeriods } from "@/lib/agreement/period/queries";
import { getAgreement } from "@/lib/agreement/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

const DAY = "2026-09-01";

let world: TestDatabase;
let organisationId: string;
const period = async (code: string) =>
  (await getAgreementPeriods(organisationId, "da")).find((one) => one.code === code)!;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  organisationId = (await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } })).id;
}, 60_000);
afterAll(() => world.close());

describe("the demo's agreements", () => {
  it("serve goals that each have a year and a KPI that tells how far it is", async () => {
    const goals = await world.database.strategyGoal.findMany({ where: { organisationId }, include: { kpi: true } });
    expect(goals.map(({ code, year, kpi }) => [code, year, kpi?.code])).toEqual([
      ["circular", 2030, "recycled-waste"],
      ["co2-neutral", 2050, "electricity"],
    ]);
  });

  it("are one for each of the eleven units in both periods", async () => {
    for (const [code, signed] of [
      ["2024", 11],
      ["2025-2026", 10],
    ] as const) {
      const rows = await getMatrix(organisationId, (await period(code)).id, DAY);
      expect(rows, code).toHaveLength(11);
      expect(countSigned(rows), code).toBe(signed);
    }
  });

  it("of 2024 are closed with an evaluation and both signatures", async () => {
    const { id } = await period("2024");
    const rows = await world.database.agreement.findMany({
      where: { periodId: id },
      include: { texts: { include: { signatures: true } } },
    });
    expect(rows.every(({ state, evaluation }) => state === "closed" && evaluation !== "")).toBe(true);
    expect(rows.every(({ texts }) => texts.length === 1 && texts[0]!.signatures.length === 2)).toBe(true);
  });

  it("have texts whose hash is that of their words", async () => {
    const texts = await world.database.agreementText.findMany({ where: { organisationId } });
    expect(texts.length).toBeGreaterThan(24);
    for (const { text, sha256 } of texts) expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
  });

  it("leave Regionsapoteket with two of three own commitments in circular economy", async () => {
    const { id } = await period("2025-2026");
    const agreement = (await getAgreement(organisationId, id, "regionsapoteket", "da"))!;
    expect(agreement.state).toBe("approved");
    expect(await getLacks(organisationId, agreement)).toEqual([
      expect.objectContaining({ code: "tooFewOwn", own: 2, minimum: 3 }),
    ]);
    for (const other of await getMatrix(organisationId, id, DAY)) {
      if (other.orgUnit.code === "regionsapoteket") continue;
      const view = (await getAgreement(organisationId, id, other.orgUnit.code, "da"))!;
      expect(await getLacks(organisationId, view), other.orgUnit.code).toEqual([]);
    }
  });

  it("pass Psykiatrien's on to its successors, with both texts kept", async () => {
    const { id } = await period("2025-2026");
    const closing = (await getAgreement(organisationId, id, "psykiatrien", "da"))!;
    expect([closing.state, closing.orgUnit.closesOn, closing.handsOnFrom]).toEqual([
      "handedOn",
      "2025-12-31",
      "2026-01-01",
    ]);
    expect(closing.texts.map(({ kind }) => kind)).toEqual(["agreement", "succession"]);
    const taken = await world.database.commitment.findMany({
      where: { origin: "handedOn", agreement: { periodId: id } },
      include: { from: true, agreement: true },
    });
    expect(taken.length).toBe(closing.handovers.length);
    expect(taken.every(({ from }) => from?.agreementId === closing.id)).toBe(true);
    expect(taken.every(({ agreement }) => agreement.state === "signed" && agreement.edition === 2)).toBe(true);
  });

  it("begin 2025–2026 with a decision on every own commitment of 2024: carried on, changed, copied or ended", async () => {
    const own = { organisationId, requirementId: null, agreement: { period: { code: "2024" } } };
    expect(await world.database.commitment.count({ where: { ...own, decision: null } })).toBe(0);
    const decided = await world.database.commitmentDecision.groupBy({ by: ["decision"], where: { commitment: own } });
    expect(decided.map(({ decision }) => decision).sort()).toEqual(["carryOn", "change", "copy", "end"]);
  });

  it("mark every invented word as an example", async () => {
    const where = { organisationId, isExample: false };
    const { commitment, requirement, initiative, followUp, agreement, assessment } = world.database;
    expect(
      await Promise.all([
        commitment.count({ where }),
        requirement.count({ where }),
        initiative.count({ where }),
        followUp.count({ where }),
        agreement.count({ where }),
        assessment.count({ where }),
      ]),
    ).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
