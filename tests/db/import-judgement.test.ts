import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { judge } from "@/lib/import/judgement/model";
import { loadWorld } from "@/lib/import/world/queries";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { connectedDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let client: pg.Client;

beforeAll(async () => {
  ({ database, close, client } = await connectedDatabase());
}, 60_000);
afterAll(() => close());

it("an import judges a cell as a save does", async () => {
  const org = await anOrganisation(database, "aleris");
  await database.kpiVersion.updateMany({ where: { kpiId: org.electricity }, data: { maximum: "1000.5" } });
  await database.reportingPeriod.create({
    data: { organisationId: org.organisationId, year: 2025, state: "inReview" },
  });
  await saveValues(database, {
    organisationId: org.organisationId,
    actorId: org.actorId,
    door: "page",
    cells: [{ ...emptyContent, kpiId: org.water, orgUnitId: org.north, year: 2024, seen: 0, status: "discontinued" }],
  });
  const world = await loadWorld(client, org.organisationId, null);
  const cell = fc.record({
    kpi: fc.constantFrom(...world.kpis.values()),
    orgUnit: fc.constantFrom(...world.orgUnits.values()),
    year: fc.constantFrom(2018, 2023, 2024, 2025, 2030),
    figure: fc.constantFrom(
      { amount: "-1", men: null },
      { amount: "0", men: null },
      { amount: "1000.5", men: null },
      { amount: "1000.6", men: null },
      { amount: null, men: "40" },
    ),
  });
  await fc.assert(
    fc.asyncProperty(cell, async ({ kpi, orgUnit, year, figure }) => {
      const [answer] = await saveValues(
        {
          $queryRaw: (async (query: unknown) => {
            // The save is asked, and taken back: every case begins from the same figures.
            return database
              .$transaction(async (tx) => {
                const rows = await tx.$queryRaw(query as never);
                await tx.$executeRaw`SELECT 1`;
                throw Object.assign(new Error("back"), { rows });
              })
              .catch((error: { rows?: unknown }) => {
                if (!error.rows) throw error;
                return error.rows;
              });
          }) as never,
        },
        {
          organisationId: org.organisationId,
          actorId: org.actorId,
          door: "import",
          cells: [
            {
              ...emptyContent,
              kpiId: kpi.id,
              orgUnitId: orgUnit.id,
              year,
              seen: 0,
              status: "reported",
              scale: 1,
              ...figure,
              women: figure.men ? "60" : null,
            },
          ],
        },
      );
      const expected = answer!.outcome === "refused" ? answer!.code : null;
      const verdict = judge({ kpi, orgUnit, year, ...figure }, world);
      // What is calculated or consolidated is compared and never stored, in a closed year too: a save refuses it all the same.
      if (verdict === "calculated" || verdict === "consolidated")
        expect(["calculated", "periodClosed", "notCollected"]).toContain(expected);
      else expect(verdict).toBe(expected);
    }),
    { numRuns: 300 },
  );
});
