import { describe, expect, it } from "vitest";
import { emptyContent } from "@/lib/value/model";
import { confirmFigures } from "@/lib/value/confirmation/mutations";
import { getConfirmations } from "@/lib/value/confirmation/queries";
import { saveValues } from "@/lib/value/mutations";
import { twoOrganisations } from "./two-organisations";

const here = twoOrganisations();

const save = (seen: number, amount: string, source = "") =>
  saveValues(here.database, {
    organisationId: here.aleris.organisationId,
    actorId: here.aleris.actorId,
    door: "page",
    cells: [
      {
        ...emptyContent,
        kpiId: here.aleris.electricity,
        orgUnitId: here.aleris.north,
        year: 2024,
        seen,
        status: "reported",
        amount,
        scale: 0,
        source,
      },
    ],
  });
const answer = (version: number, more: Partial<{ kpiId: string; year: number; comment: string }> = {}) => ({
  kpiId: here.aleris.electricity,
  year: 2024,
  version,
  code: "change" as const,
  comment: "New boiler",
  ...more,
});
const confirm = (answers: ReturnType<typeof answer>[], of = here.aleris, orgUnitId = of.north) =>
  confirmFigures(here.database, { organisationId: of.organisationId, actorId: of.actorId, orgUnitId, answers });
const held = async () =>
  (await getConfirmations(here.aleris.organisationId, [2024], [here.aleris.north])).map(({ code, comment, by }) => ({
    code,
    comment,
    by,
  }));

describe("an answer to a question about a figure", () => {
  it("is kept with its version, its author, an audit entry and a new data version; twice is once", async () => {
    await save(0, "100");
    const before = await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } });
    expect(await confirm([answer(1)])).toEqual([{ at: expect.any(String) }]);
    expect(await confirm([answer(1, { comment: "Again" })])).toEqual([{ at: expect.any(String) }]);
    expect(await held()).toEqual([{ code: "change", comment: "New boiler", by: "Controller of aleris" }]);
    const after = await here.database.organisation.findUniqueOrThrow({ where: { id: here.aleris.organisationId } });
    expect(after.dataVersion - before.dataVersion).toBe(1n);
    expect(await here.database.auditEntry.count({ where: { action: "value.confirm" } })).toBe(1);
  });

  it("holds while the figure says the same, and no longer", async () => {
    await save(1, "100", "meter");
    expect(await held()).toHaveLength(1);
    await save(2, "120", "meter");
    expect(await held()).toEqual([]);
    await save(3, "100", "meter");
    expect(await held()).toHaveLength(1);
  });

  it("is not taken for an older version, another's cell, a closed year, or a cell that is not there", async () => {
    const refused = [
      await confirm([answer(1)]),
      await confirm([answer(9)]),
      await confirm([answer(4)], here.region, here.aleris.north),
      await confirm([answer(4, { year: 2023 })]),
      await confirm([answer(4, { kpiId: here.aleris.water })]),
    ];
    expect(refused).toEqual(Array(5).fill([null]));
    expect(await here.database.valueConfirmation.count()).toBe(1);
  });

  it("cannot be changed or deleted, or say nothing", async () => {
    await expect(here.database.$executeRaw`UPDATE "ValueConfirmation" SET "comment" = 'x'`).rejects.toThrow();
    await expect(here.database.$executeRaw`DELETE FROM "ValueConfirmation"`).rejects.toThrow();
    await expect(confirm([answer(4, { comment: "  " })])).rejects.toThrow(/comment_says_something/);
  });
});
