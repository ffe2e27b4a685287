import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { emptyContent } from "@/lib/value/model";
import { confirmFigures } from "@/lib/value/confirmation/mutations";
import { getConfirmations } from "@/lib/value/confirmation/queries";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let aleris: Awaited<ReturnType<typeof anOrganisation>>;
let region: Awaited<ReturnType<typeof anOrganisation>>;

beforeAll(async () => {
  ({ database, close } = await freshDatabase());
  aleris = await anOrganisation(database, "aleris");
  region = await anOrganisation(database, "region");
});
afterAll(() => close());

const save = (seen: number, amount: string, source = "") =>
  saveValues(database, {
    organisationId: aleris.organisationId,
    actorId: aleris.actorId,
    door: "page",
    cells: [
      {
        ...emptyContent,
        kpiId: aleris.electricity,
        orgUnitId: aleris.north,
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
  kpiId: aleris.electricity,
  year: 2024,
  version,
  code: "change" as const,
  comment: "New boiler",
  ...more,
});
const confirm = (answers: ReturnType<typeof answer>[], of = aleris, orgUnitId = of.north) =>
  confirmFigures(database, { organisationId: of.organisationId, actorId: of.actorId, orgUnitId, answers });
const held = async () =>
  (await getConfirmations(aleris.organisationId, [2024], [aleris.north])).map(({ code, comment, by }) => ({
    code,
    comment,
    by,
  }));

describe("an answer to a question about a figure", () => {
  it("is kept with its version, its author, an audit entry and a new data version; twice is once", async () => {
    await save(0, "100");
    const before = await database.organisation.findUniqueOrThrow({ where: { id: aleris.organisationId } });
    expect(await confirm([answer(1)])).toEqual([{ at: expect.any(String) }]);
    expect(await confirm([answer(1, { comment: "Again" })])).toEqual([{ at: expect.any(String) }]);
    expect(await held()).toEqual([{ code: "change", comment: "New boiler", by: "Controller of aleris" }]);
    const after = await database.organisation.findUniqueOrThrow({ where: { id: aleris.organisationId } });
    expect(after.dataVersion - before.dataVersion).toBe(1n);
    expect(await database.auditEntry.count({ where: { action: "value.confirm" } })).toBe(1);
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
      await confirm([answer(4)], region, aleris.north),
      await confirm([answer(4, { year: 2023 })]),
      await confirm([answer(4, { kpiId: aleris.water })]),
    ];
    expect(refused).toEqual(Array(5).fill([null]));
    expect(await database.valueConfirmation.count()).toBe(1);
  });

  it("cannot be changed or deleted, or say nothing", async () => {
    await expect(database.$executeRaw`UPDATE "ValueConfirmation" SET "comment" = 'x'`).rejects.toThrow();
    await expect(database.$executeRaw`DELETE FROM "ValueConfirmation"`).rejects.toThrow();
    await expect(confirm([answer(4, { comment: "  " })])).rejects.toThrow(/comment_says_something/);
  });
});
