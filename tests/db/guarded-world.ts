import { afterAll, beforeAll } from "vitest";
import type { ClientBase } from "pg";
import { withClient } from "@/lib/database/connection";
import { createKpi, createOrganisation, createPeriods, recordValues } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";

export const actor = "00000000-0000-4000-8000-000000000001";

/** How the database refuses to change what has been published. */
export const refused = /published|append-only|closed/;

/** Changes the stored values; what is not said: the heat of the published year. */
export const change = (set = "amount = 950", where = "year = 2022 AND amount > 900") =>
  `UPDATE "YearlyValue" SET ${set}, version = version + 1 WHERE ${where}`;

type Step = string | ((client: ClientBase) => Promise<unknown>);

/** An organisation whose 2022 is published and whose 2023 is open, in a database of the test file's own. */
export function guardedWorld() {
  const here = {} as TestDatabase & { organisationId: string; orgUnitId: string; heat: string };
  beforeAll(async () => {
    Object.assign(here, await freshDatabase());
    const { database } = here;
    const { id: organisationId, rootId } = await createOrganisation(database, { slug: "guarded", name: "Guarded" });
    await createPeriods(database, organisationId, [2022, 2023]);
    const heat = await createKpi(database, organisationId, { code: "heat" }, [
      { validFromYear: 2019 },
      { validFromYear: 2023, decimals: 1 },
    ]);
    const water = await createKpi(database, organisationId, { code: "water" });
    await recordValues(database, organisationId, { actorId: actor, at: new Date("2023-02-01") }, [
      { kpiId: heat, orgUnitId: rootId, year: 2022, figure: "1000", covers: [rootId] },
      { kpiId: heat, orgUnitId: rootId, year: 2023, figure: "1100" },
      { kpiId: water, orgUnitId: rootId, year: 2022, figure: "7" },
    ]);
    await database.target.create({
      data: { organisationId, kpiId: heat, year: 2024, setInYear: 2022, kind: "atMost", amount: "900" },
    });
    await database.publishedFigure.create({
      data: {
        organisationId,
        kpiId: heat,
        reportYear: 2022,
        year: 2022,
        status: "reported",
        amount: "1000",
        decimals: 0,
        unitOfMeasure: "t",
      },
    });
    await database.reportingPeriod.updateMany({ where: { organisationId, year: 2022 }, data: { state: "published" } });
    Object.assign(here, { organisationId, orgUnitId: rootId, heat });
  }, 60_000);
  afterAll(() => here.close());

  /** Runs statements in one transaction as the application does, and undoes them; the error of the first that is refused, or of the commit. */
  const within = (steps: Step[], url = here.url) =>
    withClient(url, async (client) => {
      await client.query("BEGIN");
      try {
        for (const step of steps) await (typeof step === "string" ? client.query(step) : step(client));
        await client.query("SET CONSTRAINTS ALL IMMEDIATE");
      } finally {
        await client.query("ROLLBACK");
      }
    });
  return { here, within };
}
