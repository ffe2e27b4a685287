import { describe, expect, it } from "vitest";
import { getValueHistory } from "@/lib/value/queries";
import { saving } from "./value-saving";

const { here, freshKpi, cell, figure, save } = saving();
const stored = (kpiId: string) =>
  here.database.yearlyValue.findFirst({ where: { kpiId, orgUnitId: here.aleris.north, year: 2024 } });
const dataVersion = async () =>
  (await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } })).dataVersion;

describe("a save", () => {
  it("stores the figure with its decimals, one revision, one audit entry and a new data version", async () => {
    const kpi = await freshKpi();
    const [before, audits] = [await dataVersion(), await here.database.auditEntry.count()];
    expect(await save(figure(kpi, "7.90", { comment: "meter" }))).toMatchObject([{ outcome: "saved", version: 1 }]);
    expect(await stored(kpi)).toMatchObject({
      status: "reported",
      scale: 2,
      version: 1,
      comment: "meter",
      origin: "entered",
      updatedBy: here.aleris.actorId,
    });
    expect((await stored(kpi))!.amount!.toFixed()).toBe("7.9");
    expect(await here.database.valueRevision.findMany({ where: { kpiId: kpi } })).toMatchObject([
      { version: 1, door: "page", actorId: here.aleris.actorId, comment: "meter" },
    ]);
    expect(await dataVersion()).toBe(before + 1n);
    expect(await here.database.auditEntry.count()).toBe(audits + 1);
    const entry = await here.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({
      action: "value.save",
      actorId: here.aleris.actorId,
      door: "page",
      detail: { count: 1, cells: [[kpi, here.aleris.north, 2024, 1]] },
    });
  });

  it("of the same value again writes nothing", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "12.5"));
    const [before, audits] = [await dataVersion(), await here.database.auditEntry.count()];
    expect(await save(figure(kpi, "12.5", { seen: 1 }))).toMatchObject([{ outcome: "unchanged", version: 1 }]);
    expect(await save(cell(await freshKpi()))).toEqual([{ outcome: "unchanged", version: 0, at: null }]);
    expect(await dataVersion()).toBe(before);
    expect(await here.database.auditEntry.count()).toBe(audits);
    expect(await here.database.valueRevision.count({ where: { kpiId: kpi } })).toBe(1);
  });

  it("tells 12.5 from 12.50: a value keeps the decimals it was entered with", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "12.5"));
    expect(await save(figure(kpi, "12.50", { seen: 1 }))).toMatchObject([{ outcome: "saved", version: 2 }]);
  });

  it("keeps an emptied cell as a row without a value, and never as 0", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "5", { numerator: "5", denominator: "20" }));
    expect(await save(cell(kpi, { seen: 1 }))).toMatchObject([{ outcome: "saved", version: 2 }]);
    expect(await stored(kpi)).toMatchObject({
      status: null,
      amount: null,
      scale: null,
      numerator: null,
      denominator: null,
      version: 2,
    });
    const history = await getValueHistory(here.aleris.organisationId, kpi, here.aleris.north, 2024);
    expect(history.map(({ version, status, amount, by }) => ({ version, status, amount, by }))).toEqual([
      { version: 2, status: null, amount: null, by: "Controller of aleris" },
      { version: 1, status: "reported", amount: "5", by: "Controller of aleris" },
    ]);
  });

  it("keeps counts and the example mark beside a new comment, and drops them with a new figure", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "25", { numerator: "5", denominator: "20" }));
    await here.database.yearlyValue.updateMany({ where: { kpiId: kpi }, data: { isExample: true, origin: "derived" } });
    await save(figure(kpi, "25", { seen: 1, comment: "checked" }));
    expect(await stored(kpi)).toMatchObject({ isExample: true, origin: "derived", comment: "checked" });
    expect((await stored(kpi))!.numerator!.toFixed()).toBe("5");
    await save(figure(kpi, "26", { seen: 2 }));
    expect(await stored(kpi)).toMatchObject({
      isExample: false,
      origin: "entered",
      numerator: null,
      denominator: null,
    });
  });
});

describe("what may not be written is refused, and nothing else of the block is lost", () => {
  it("by cell, with a code each", async () => {
    const kpi = await freshKpi();
    const answer = await save(
      figure(kpi, "1"),
      figure(here.aleris.intensity, "1"),
      figure(here.aleris.revenue, "1"),
      figure(here.aleris.water, "1", { orgUnitId: here.aleris.south }),
      figure(kpi, "1", { orgUnitId: here.aleris.shut }),
      figure(kpi, "1", { year: 2023 }),
      figure(kpi, "1", { year: 2030 }),
      figure(here.region.electricity, "1"),
      figure(kpi, "1", { orgUnitId: here.region.north }),
      figure(kpi, "1", { orgUnitId: here.aleris.root }),
      figure(here.aleris.electricity, "-5"),
      figure(here.aleris.board, "60", { orgUnitId: here.aleris.root }),
      cell(here.aleris.electricity, { status: "reported", men: "60", women: "40", scale: 0 }),
    );
    expect(answer.map((one) => ("code" in one ? one.code : one.outcome))).toEqual([
      "saved",
      "calculated",
      "notCollected",
      "notCollected",
      "notCollected",
      "periodClosed",
      "noPeriod",
      "unknown",
      "unknown",
      "notCollected",
      "belowMinimum",
      "wrongKind",
      "wrongKind",
    ]);
    expect(
      await here.database.yearlyValue.count({
        where: { kpiId: { in: [here.aleris.intensity, here.region.electricity] } },
      }),
    ).toBe(0);
    expect(await here.database.yearlyValue.count({ where: { kpiId: kpi } })).toBe(1);
  });

  it("and what is asked of the root and of a listed org unit is taken", async () => {
    const answer = await save(
      figure(here.aleris.revenue, "1764", { orgUnitId: here.aleris.root }),
      cell(here.aleris.board, { orgUnitId: here.aleris.root, status: "reported", men: "60", women: "40", scale: 0 }),
      figure(here.aleris.water, "5.4"),
    );
    expect(answer.map((one) => one.outcome)).toEqual(["saved", "saved", "saved"]);
  });
});

describe("all or nothing", () => {
  it("a cell the database cannot hold takes the whole block, its history and its audit entry back", async () => {
    const [good, bad] = [await freshKpi(), await freshKpi("split")];
    const [before, audits] = [await dataVersion(), await here.database.auditEntry.count()];
    await expect(
      save(figure(good, "1"), cell(bad, { status: "reported", men: "60", women: "50", scale: 0 })),
    ).rejects.toThrow();
    expect(await here.database.yearlyValue.count({ where: { kpiId: { in: [good, bad] } } })).toBe(0);
    expect(await here.database.valueRevision.count({ where: { kpiId: { in: [good, bad] } } })).toBe(0);
    expect(await dataVersion()).toBe(before);
    expect(await here.database.auditEntry.count()).toBe(audits);
  });

  it("450 cells are one statement, one audit entry, and every one is there", async () => {
    const kpis = await Promise.all(Array.from({ length: 225 }, () => freshKpi()));
    const cells = kpis.flatMap((kpi) => [figure(kpi, "1.5"), figure(kpi, "2.5", { orgUnitId: here.aleris.south })]);
    const audits = await here.database.auditEntry.count();
    const answer = await save(...cells);
    expect(answer.filter((one) => one.outcome === "saved")).toHaveLength(450);
    expect(await here.database.auditEntry.count()).toBe(audits + 1);
    expect(await here.database.valueRevision.count({ where: { kpiId: { in: kpis } } })).toBe(450);
  });

  it("the digest of a batch names the revisions it made: another text, another digest", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "1"));
    const { detail } = await here.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    const [{ digest }] = await here.database.$queryRaw<
      [{ digest: string }]
    >`SELECT encode(sha256(convert_to((to_jsonb(r) - 'at')::text, 'UTF8')), 'hex') AS digest FROM "ValueRevision" r WHERE "kpiId" = ${kpi}::uuid`;
    expect(detail).toMatchObject({ digest });
  });
});
