import { describe, expect, it } from "vitest";
import { chooseCounts } from "@/lib/consolidation/choice/mutations";
import { listEstimates, listTrueUps } from "@/lib/estimate/queries";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { coverageWorld } from "./coverage-world";

const { here, actor, actorless, version } = coverageWorld();

describe("an estimate", () => {
  const write = (given: Partial<CellWrite>): CellWrite => ({
    ...emptyContent,
    kpiId: here.aleris.electricity,
    orgUnitId: here.aleris.south,
    year: 2024,
    seen: 0,
    status: "estimated",
    amount: "40",
    scale: 0,
    ...given,
  });
  const save = (...cells: CellWrite[]) => saveValues(here.database, { ...actor(), door: "page", cells });

  it("is refused without a basis, at its cell, and the rest of the block is saved", async () => {
    const outcomes = await save(
      write({ basis: "  " }),
      write({ kpiId: here.aleris.water, orgUnitId: here.aleris.north, status: "reported", amount: "31" }),
    );
    expect(outcomes).toMatchObject([{ outcome: "refused", code: "basisMissing" }, { outcome: "saved" }]);
    expect(
      await here.database.yearlyValue.count({
        where: { orgUnitId: here.aleris.south, kpiId: here.aleris.electricity },
      }),
    ).toBe(0);
  });

  it("twin: the database refuses what a save without the rule would store", async () => {
    const row = {
      ...actorless(),
      kpiId: here.aleris.electricity,
      orgUnitId: here.aleris.south,
      year: 2024,
      amount: "40",
    };
    await expect(here.database.yearlyValue.create({ data: { ...row, status: "estimated" } })).rejects.toThrow(
      /YearlyValue_estimate_says_basis/,
    );
  });

  it("is listed with basis, age, weight and what it makes estimated; then with what it turned out to be", async () => {
    await chooseCounts(here.database, actor(), { code: "electricity", year: 2024, counts: "consolidated" });
    await save(
      write({ basis: "Last year's." }),
      write({ kpiId: here.aleris.revenue, orgUnitId: here.aleris.root, status: "reported", amount: "10" }),
    );
    const open = await listEstimates(here.aleris.organisationId, String(await version()), "en");
    expect(open).toMatchObject([
      {
        code: "electricity",
        orgUnit: "south",
        year: 2024,
        percent: "40",
        makesEstimated: ["intensity"],
        figure: { amount: "40", basis: "Last year's.", status: "estimated" },
      },
    ]);
    expect(await listTrueUps(here.aleris.organisationId, "en")).toEqual([]);
    expect(await listEstimates(here.region.organisationId, "1", "en")).toEqual([]);

    // Still an estimate, another one: the age counts from the first.
    await save(write({ seen: 1, amount: "42", basis: "Eleven months." }));
    const [again] = await listEstimates(here.aleris.organisationId, String(await version()), "en");
    expect(again!.since).toBe(open[0]!.since);

    await save(write({ seen: 2, status: "reported", amount: "45", basis: "" }));
    expect(await listEstimates(here.aleris.organisationId, String(await version()), "en")).toEqual([]);
    expect(await listTrueUps(here.aleris.organisationId, "en", "electricity")).toMatchObject([
      {
        orgUnit: "south",
        estimate: { amount: "42", basis: "Eleven months.", status: "estimated" },
        actual: { amount: "45", status: "reported" },
        absolute: "3",
        relative: "7.1",
      },
    ]);
    expect(await listTrueUps(here.aleris.organisationId, "en", "water")).toEqual([]);
    expect(await listTrueUps(here.region.organisationId, "en")).toEqual([]);
    // The estimate itself stays in the history.
    expect(
      await here.database.valueRevision.count({ where: { kpiId: here.aleris.electricity, status: "estimated" } }),
    ).toBe(2);
  });
});
