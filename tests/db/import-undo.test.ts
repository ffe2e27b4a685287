import pg from "pg";
import { expect, it } from "vitest";
import { failImport, startImport, startUndo } from "@/lib/import/batch/mutations";
import { work } from "@/lib/import/job/mutations";
import { listCells } from "@/lib/import/preview/queries";
import { emptyContent } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { largeOrganisation, wideWorkbook } from "@/tests/fixtures/import/scale";
import type { ConnectedDatabase } from "./harness";
import { confirm, manyFigures, preview } from "./import-world";
import { importing } from "./importing";

let made: ConnectedDatabase;
let client: ConnectedDatabase["client"];
importing("regretted", (one) => ({ client } = made = one));

/** An organisation whose 3,000 figures were imported a moment ago. */
async function imported(slug: string) {
  const { file, ...org } = await manyFigures(client, slug);
  const { id } = await preview(client, org as never, "a.xlsx", file);
  expect(await confirm(client, org as never, id, file)).toBe("imported");
  return { ...org, id };
}

const undo = async ({ organisationId, actorId, id }: Awaited<ReturnType<typeof imported>>, reach: string[] | null) => {
  const isStarted = await startUndo(client, organisationId, id, actorId, reach);
  await work(client, id, () => Promise.reject(new Error("not read again")));
  return isStarted;
};
const stateOf = (id: string) => made.database.import.findUniqueOrThrow({ where: { id } });
const filled = (organisationId: string) =>
  made.database.yearlyValue.count({ where: { organisationId, status: { not: null } } });

it("takes back every figure nobody changed since, in one batch, and lists the others with what is there now", async () => {
  const org = await imported("undone");
  const [first] = await made.database.yearlyValue.findMany({
    where: { organisationId: org.organisationId },
    orderBy: [{ kpiId: "asc" }, { orgUnitId: "asc" }],
    take: 1,
  });
  const { kpiId, orgUnitId, year } = first!;
  await saveValues(made.database, {
    ...org,
    door: "page",
    cells: [{ ...emptyContent, kpiId, orgUnitId, year, seen: 1, status: "reported", amount: "77.5", scale: 1 }],
  });
  expect(await undo(org, null)).toBe(true);
  expect(await stateOf(org.id)).toMatchObject({ state: "undone", summary: { undone: 2_999, kept: 1 } });
  expect(await filled(org.organisationId)).toBe(1);
  const kept = await listCells(client, org.id, "kept", { from: 0, most: 10 }, "da");
  expect(kept.map(({ before, year }) => [before, year])).toEqual([["77,5", 2024]]);
  // Its history says who took it back, and the trail has one link for all of it.
  expect(await made.database.valueRevision.count({ where: { organisationId: org.organisationId, version: 2 } })).toBe(
    3_000,
  );
  expect(
    await made.database.auditEntry.findMany({
      where: { organisationId: org.organisationId, action: "value.importUndo" },
    }),
  ).toMatchObject([{ subject: org.id, actorId: org.actorId, detail: { count: 2_999 } }]);
  expect(await undo(org, null), "a second time there is nothing to take back").toBe(false);
});

it("is refused whole when a year is not open any more, or an org unit is not the person's", async () => {
  const org = await imported("closed");
  const [one] = await made.database.orgUnit.findMany({ where: { organisationId: org.organisationId }, take: 1 });
  expect(await undo(org, [one!.id])).toBe(false);
  await made.database.reportingPeriod.updateMany({
    where: { organisationId: org.organisationId },
    data: { state: "closed" },
  });
  expect(await undo(org, null)).toBe(true);
  expect(await stateOf(org.id)).toMatchObject({ state: "imported", failure: "import.periodClosed" });
  expect(await filled(org.organisationId)).toBe(3_000);
});

it("that broke for a reason of ours can be tried again, and so can a write", async () => {
  const organisationId = await largeOrganisation(client, "broke", 1, 2);
  const { userId: actorId } = await made.database.membership.findFirstOrThrow({ where: { organisationId } });
  const org = { organisationId, actorId };
  const file = wideWorkbook(1, 2);
  const { id } = await preview(client, org as never, "a.xlsx", file);
  expect(await startImport(client, organisationId, id, actorId, null)).toBe(true);
  await failImport(client, id);
  expect(await stateOf(id)).toMatchObject({ state: "previewed", failure: "import.broke", leaseUntil: null });
  expect(await confirm(client, org as never, id, file)).toBe("imported");

  expect(await startUndo(client, organisationId, id, actorId, null)).toBe(true);
  await failImport(client, id);
  expect(await stateOf(id)).toMatchObject({ state: "imported", failure: "import.broke", leaseUntil: null });
  expect(await filled(organisationId)).toBe(2);
  expect(await undo({ ...org, id }, null)).toBe(true);
  expect(await stateOf(id)).toMatchObject({ state: "undone", failure: "", summary: { undone: 2 } });
});

it("brings back an estimate from before every estimate had to say its basis, and says that nobody did", async () => {
  const organisationId = await largeOrganisation(client, "old-estimate", 1, 1);
  const { userId: actorId } = await made.database.membership.findFirstOrThrow({ where: { organisationId } });
  const org = { organisationId, actorId };
  const [kpi, orgUnit] = await Promise.all([
    made.database.kpi.findFirstOrThrow({ where: { organisationId } }),
    made.database.orgUnit.findFirstOrThrow({ where: { organisationId, isRoot: false } }),
  ]);
  const place = { kpiId: kpi.id, orgUnitId: orgUnit.id, year: 2024 };
  await saveValues(made.database, {
    ...org,
    door: "page",
    cells: [{ ...emptyContent, ...place, seen: 0, status: "estimated", amount: "40", scale: 0, basis: "x" }],
  });
  // As such rows are where they are older than the rule: the database checks what is written, not what stands.
  const owner = new pg.Client({ connectionString: made.ownerUrl });
  await owner.connect();
  await owner.query(`
    ALTER TABLE "YearlyValue" DISABLE TRIGGER USER; ALTER TABLE "ValueRevision" DISABLE TRIGGER USER;
    ALTER TABLE "YearlyValue" DROP CONSTRAINT "YearlyValue_estimate_says_basis";
    UPDATE "YearlyValue" SET basis = '' WHERE status = 'estimated'; UPDATE "ValueRevision" SET basis = '' WHERE status = 'estimated';
    ALTER TABLE "YearlyValue" ADD CONSTRAINT "YearlyValue_estimate_says_basis" CHECK (status IS DISTINCT FROM 'estimated' OR btrim(basis) <> '') NOT VALID;
    ALTER TABLE "YearlyValue" ENABLE TRIGGER USER; ALTER TABLE "ValueRevision" ENABLE TRIGGER USER`);
  await owner.end();

  const file = wideWorkbook(1, 1);
  const { id } = await preview(client, org as never, "a.xlsx", file);
  expect(await confirm(client, org as never, id, file)).toBe("imported");
  expect(await undo({ ...org, id }, null)).toBe(true);
  expect(await stateOf(id)).toMatchObject({ state: "undone", failure: "", summary: { undone: 1, kept: 0 } });
  expect(await made.database.yearlyValue.findFirstOrThrow({ where: { organisationId } })).toMatchObject({
    status: "estimated",
    basis: "Grundlag ikke oplyst | Basis not stated",
    version: 3,
  });
});
