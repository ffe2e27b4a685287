/** Saves of one organisation that come while another is written go together; nobody may notice but by the time it takes. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/database/generated/client";
import { emptyContent, type CellOutcome, type CellWrite } from "@/lib/value/model";
import { saveGathered } from "@/lib/value/gathering/mutations";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let org: Awaited<ReturnType<typeof anOrganisation>>;
let serial = 0;

beforeAll(async () => {
  ({ database, close } = await freshDatabase());
  org = await anOrganisation(database, "gathered");
}, 60_000);
afterAll(() => close());

async function freshKpis(count: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const code = `fresh-${++serial}`;
      const names = { nameDa: code, nameEn: code, shortNameDa: code, shortNameEn: code };
      const version = { validFromYear: 2019, unitOfMeasure: "t", collectionLevel: "orgUnit" as const, ...names };
      const data = { organisationId: org.organisationId, code, position: 0, versions: { create: version } };
      return (await database.kpi.create({ data })).id;
    }),
  );
}

const figure = (kpiId: string, amount: string, seen = 0): CellWrite => ({
  ...emptyContent,
  kpiId,
  orgUnitId: org.north,
  year: 2024,
  seen,
  status: "reported",
  amount,
  scale: 0,
});
const person = async () =>
  (await database.user.create({ data: { name: "x", email: `gathered-${++serial}@tests.example` } })).id;
const save = (actorId: string, ...cells: CellWrite[]): Promise<CellOutcome[]> =>
  saveGathered(database, { organisationId: org.organisationId, actorId, cells });

it("forty people on cells of their own: each is stored once, with its author, history and own link of one chain", async () => {
  const [people, kpis] = [await Promise.all(Array.from({ length: 40 }, person)), await freshKpis(40)];
  const answers = await Promise.all(kpis.map((kpi, at) => save(people[at]!, figure(kpi, String(at + 1)))));
  expect(answers.flat().map(({ outcome }) => outcome)).toEqual(Array(40).fill("saved"));
  const values = await database.yearlyValue.findMany({ where: { kpiId: { in: kpis } } });
  for (const [at, kpiId] of kpis.entries())
    expect(values.find((value) => value.kpiId === kpiId)).toMatchObject({ updatedBy: people[at], version: 1 });
  const revisions = await database.valueRevision.findMany({ where: { kpiId: { in: kpis } } });
  expect(revisions.map(({ kpiId, actorId }) => `${kpiId} ${actorId}`).sort()).toEqual(
    kpis.map((kpi, at) => `${kpi} ${people[at]}`).sort(),
  );
  const links = await database.auditEntry.findMany({
    where: { actorId: { in: people } },
    orderBy: { sequence: "asc" },
  });
  expect(links).toHaveLength(40);
  for (const [at, link] of links.entries()) {
    expect(link).toMatchObject({ action: "value.save", door: "page", detail: { count: 1 } });
    if (at > 0) expect([link.sequence, link.previousHash]).toEqual([links[at - 1]!.sequence + 1n, links[at - 1]!.hash]);
  }
  // They did go together: one new version of the data for many, or nothing of this was shown.
  const { dataVersion } = await database.organisation.findUniqueOrThrow({ where: { id: org.organisationId } });
  expect(Number(dataVersion)).toBeLessThan(20);
});

it("fifty at once on one cell: one wins, 49 are told the winning value", async () => {
  const [actorId, [kpi]] = [await person(), await freshKpis(1)];
  const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => save(actorId, figure(kpi!, String(at + 1)))));
  const outcomes = answers.flat();
  expect(outcomes.filter(({ outcome }) => outcome === "saved")).toHaveLength(1);
  const { amount } = await database.yearlyValue.findFirstOrThrow({ where: { kpiId: kpi! } });
  const told = outcomes.flatMap((one) => (one.outcome === "conflict" ? [one.stored.amount] : []));
  expect(told).toEqual(Array(49).fill(amount!.toFixed()));
});

it("what the database will not take fails alone, and those beside it are stored", async () => {
  const [actorId, kpis] = [await person(), await freshKpis(4)];
  const answers = await Promise.allSettled(
    kpis.map((kpi, at) => save(actorId, { ...figure(kpi, "5"), comment: at === 2 ? "half \0 a word" : "" })),
  );
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  expect(await database.yearlyValue.count({ where: { kpiId: { in: kpis } } })).toBe(3);
  expect(await database.auditEntry.count({ where: { actorId } })).toBe(3);
  expect(await save(actorId, figure(kpis[2]!, "6")), "and the next is saved as if nothing had been").toMatchObject([
    { outcome: "saved" },
  ]);
});

it("another organisation does not wait, and a refusal in one block says nothing of the next", async () => {
  const [actorId, kpis] = [await person(), await freshKpis(3)];
  const other = await anOrganisation(database, "gathered-beside");
  const [first, second, third] = await Promise.all([
    save(actorId, figure(kpis[0]!, "1")),
    save(actorId, { ...figure(kpis[1]!, "1"), year: 1999 }, figure(kpis[2]!, "2")),
    saveGathered(database, {
      organisationId: other.organisationId,
      actorId,
      cells: [{ ...figure(kpis[0]!, "9"), orgUnitId: other.north }],
    }),
  ]);
  expect(first).toMatchObject([{ outcome: "saved" }]);
  expect(second).toMatchObject([{ outcome: "refused", code: "noPeriod" }, { outcome: "saved" }]);
  expect(third, "of another organisation's KPI nothing is known here").toMatchObject([
    { outcome: "refused", code: "unknown" },
  ]);
});
