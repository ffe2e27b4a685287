import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { emptyContent, type CellWrite } from "@/lib/value/model";
import { saveValues } from "@/lib/value/mutations";
import { getValueHistory } from "@/lib/value/queries";
import { freshDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let database: PrismaClient;
let close: () => Promise<void>;
let aleris: Awaited<ReturnType<typeof anOrganisation>>;
let region: Awaited<ReturnType<typeof anOrganisation>>;
let serial = 0;

beforeAll(async () => {
  ({ database, close } = await freshDatabase());
  // After the database is known: the client of the product takes its address when it is loaded.
  aleris = await anOrganisation(database, "aleris");
  region = await anOrganisation(database, "region");
}, 60_000);
afterAll(() => close());

/** A KPI nobody has touched yet, so that tests do not see each other's cells. */
async function freshKpi(valueKind: "number" | "split" = "number"): Promise<string> {
  const version = {
    validFromYear: 2019,
    nameDa: "x",
    nameEn: "x",
    shortNameDa: "x",
    shortNameEn: "x",
    unitOfMeasure: "t",
    collectionLevel: "orgUnit" as const,
    valueKind,
  };
  return (
    await database.kpi.create({
      data: {
        organisationId: aleris.organisationId,
        code: `fresh-${++serial}`,
        position: 0,
        versions: { create: version },
      },
    })
  ).id;
}
const cell = (kpiId: string, change: Partial<CellWrite> = {}): CellWrite => ({
  ...emptyContent,
  kpiId,
  orgUnitId: aleris.north,
  year: 2024,
  seen: 0,
  ...change,
});
const figure = (kpiId: string, amount: string, change: Partial<CellWrite> = {}) =>
  cell(kpiId, { status: "reported", amount, scale: amount.split(".")[1]?.length ?? 0, ...change });
const save = (...cells: CellWrite[]) =>
  saveValues(database, { organisationId: aleris.organisationId, actorId: aleris.actorId, door: "page", cells });
const stored = (kpiId: string) =>
  database.yearlyValue.findFirst({ where: { kpiId, orgUnitId: aleris.north, year: 2024 } });
const dataVersion = async () =>
  (await database.organisation.findUniqueOrThrow({ where: { id: aleris.organisationId } })).dataVersion;

describe("a save", () => {
  it("stores the figure with its decimals, one revision, one audit entry and a new data version", async () => {
    const kpi = await freshKpi();
    const [before, audits] = [await dataVersion(), await database.auditEntry.count()];
    expect(await save(figure(kpi, "7.90", { comment: "meter" }))).toMatchObject([{ outcome: "saved", version: 1 }]);
    expect(await stored(kpi)).toMatchObject({
      status: "reported",
      scale: 2,
      version: 1,
      comment: "meter",
      origin: "entered",
      updatedBy: aleris.actorId,
    });
    expect((await stored(kpi))!.amount!.toFixed()).toBe("7.9");
    expect(await database.valueRevision.findMany({ where: { kpiId: kpi } })).toMatchObject([
      { version: 1, door: "page", actorId: aleris.actorId, comment: "meter" },
    ]);
    expect(await dataVersion()).toBe(before + 1n);
    expect(await database.auditEntry.count()).toBe(audits + 1);
    const entry = await database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(entry).toMatchObject({
      action: "value.save",
      actorId: aleris.actorId,
      door: "page",
      detail: { count: 1, cells: [[kpi, aleris.north, 2024, 1]] },
    });
  });

  it("of the same value again writes nothing", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "12.5"));
    const [before, audits] = [await dataVersion(), await database.auditEntry.count()];
    expect(await save(figure(kpi, "12.5", { seen: 1 }))).toMatchObject([{ outcome: "unchanged", version: 1 }]);
    expect(await save(cell(await freshKpi()))).toEqual([{ outcome: "unchanged", version: 0, at: null }]);
    expect(await dataVersion()).toBe(before);
    expect(await database.auditEntry.count()).toBe(audits);
    expect(await database.valueRevision.count({ where: { kpiId: kpi } })).toBe(1);
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
    const history = await getValueHistory(aleris.organisationId, kpi, aleris.north, 2024);
    expect(history.map(({ version, status, amount, by }) => ({ version, status, amount, by }))).toEqual([
      { version: 2, status: null, amount: null, by: "Controller of aleris" },
      { version: 1, status: "reported", amount: "5", by: "Controller of aleris" },
    ]);
  });

  it("keeps counts and the example mark beside a new comment, and drops them with a new figure", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "25", { numerator: "5", denominator: "20" }));
    await database.yearlyValue.updateMany({ where: { kpiId: kpi }, data: { isExample: true, origin: "derived" } });
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
      figure(aleris.intensity, "1"),
      figure(aleris.revenue, "1"),
      figure(aleris.water, "1", { orgUnitId: aleris.south }),
      figure(kpi, "1", { orgUnitId: aleris.shut }),
      figure(kpi, "1", { year: 2023 }),
      figure(kpi, "1", { year: 2030 }),
      figure(region.electricity, "1"),
      figure(kpi, "1", { orgUnitId: region.north }),
      figure(kpi, "1", { orgUnitId: aleris.root }),
      figure(aleris.electricity, "-5"),
      figure(aleris.board, "60", { orgUnitId: aleris.root }),
      cell(aleris.electricity, { status: "reported", men: "60", women: "40", scale: 0 }),
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
    expect(await database.yearlyValue.count({ where: { kpiId: { in: [aleris.intensity, region.electricity] } } })).toBe(
      0,
    );
    expect(await database.yearlyValue.count({ where: { kpiId: kpi } })).toBe(1);
  });

  it("and what is asked of the root and of a listed org unit is taken", async () => {
    const answer = await save(
      figure(aleris.revenue, "1764", { orgUnitId: aleris.root }),
      cell(aleris.board, { orgUnitId: aleris.root, status: "reported", men: "60", women: "40", scale: 0 }),
      figure(aleris.water, "5.4"),
    );
    expect(answer.map((one) => one.outcome)).toEqual(["saved", "saved", "saved"]);
  });
});

describe("two people on one cell", () => {
  it("the second is told what is there, by whom and when", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "7.29"));
    expect(await save(figure(kpi, "7.92"))).toMatchObject([
      {
        outcome: "conflict",
        stored: {
          amount: "7.29",
          scale: 2,
          version: 1,
          by: "Controller of aleris",
          at: expect.stringMatching(/^\d{4}-/),
        },
      },
    ]);
  });

  it("who say the same are not in conflict", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "7.29"));
    expect(await save(figure(kpi, "7.29"))).toMatchObject([{ outcome: "unchanged", version: 1 }]);
  });

  it.each([0, 1])("fifty at once from version %i: one wins, 49 are told the winning value", async (seen) => {
    const kpi = await freshKpi();
    if (seen) await save(figure(kpi, "999"));
    const answers = (
      await Promise.all(Array.from({ length: 50 }, (_, i) => save(figure(kpi, String(i + 1), { seen }))))
    ).flat();
    const winners = answers.flatMap((one, i) => (one.outcome === "saved" ? [String(i + 1)] : []));
    expect(winners).toHaveLength(1);
    const told = answers.flatMap((one) => (one.outcome === "conflict" ? [one.stored] : []));
    expect(told).toHaveLength(49);
    expect(new Set(told.map(({ amount, version }) => `${amount} v${version}`))).toEqual(
      new Set([`${winners[0]} v${seen + 1}`]),
    );
    expect(await database.valueRevision.count({ where: { kpiId: kpi } })).toBe(seen + 1);
  });

  it("twin: without the version in the statement, forty-nine are told nothing of the winner, and that is noticed", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "999"));
    const guards = [/ AND COALESCE\("was", 0\) = "seen"/, /WHERE stored\."version" = EXCLUDED\."version" - 1/];
    const taken = new Set<RegExp>();
    const unguarded = (text: string) =>
      guards.reduce((left, guard) => (guard.test(left) ? (taken.add(guard), left.replace(guard, "")) : left), text);
    const loose = {
      $queryRaw: ({ strings, values }: Prisma.Sql) => {
        const [head = "", ...rest] = strings.map(unguarded);
        return database.$queryRaw(new Prisma.Sql([head, ...rest], values));
      },
    } as unknown as PrismaClient;
    const block = { organisationId: aleris.organisationId, actorId: aleris.actorId, door: "page" as const };
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        saveValues(loose, { ...block, cells: [figure(kpi, String(i + 1), { seen: 1 })] }),
      ),
    );
    expect(taken.size, "the guards have another wording now").toBe(2);
    const told = answers.filter((one) => one.status === "fulfilled" && one.value[0]?.outcome === "conflict");
    expect(told.length).toBeLessThan(49);
    // The history still holds: it has one revision of a version, whoever forgets to ask.
    expect(await database.valueRevision.count({ where: { kpiId: kpi } })).toBe(2);
  });

  it("blocks that overlap in opposite order never wait for each other", async () => {
    const kpis = await Promise.all(Array.from({ length: 12 }, () => freshKpi()));
    const block = (amount: string) => kpis.map((kpi) => figure(kpi, amount));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => save(...(i % 2 ? block(String(i)) : block(String(i)).reverse()))),
    );
    const won = answers.flat().filter((one) => one.outcome === "saved");
    expect(won).toHaveLength(12);
  });
});

describe("all or nothing", () => {
  it("a cell the database cannot hold takes the whole block, its history and its audit entry back", async () => {
    const [good, bad] = [await freshKpi(), await freshKpi("split")];
    const [before, audits] = [await dataVersion(), await database.auditEntry.count()];
    await expect(
      save(figure(good, "1"), cell(bad, { status: "reported", men: "60", women: "50", scale: 0 })),
    ).rejects.toThrow();
    expect(await database.yearlyValue.count({ where: { kpiId: { in: [good, bad] } } })).toBe(0);
    expect(await database.valueRevision.count({ where: { kpiId: { in: [good, bad] } } })).toBe(0);
    expect(await dataVersion()).toBe(before);
    expect(await database.auditEntry.count()).toBe(audits);
  });

  it("450 cells are one statement, one audit entry, and every one is there", async () => {
    const kpis = await Promise.all(Array.from({ length: 225 }, () => freshKpi()));
    const cells = kpis.flatMap((kpi) => [figure(kpi, "1.5"), figure(kpi, "2.5", { orgUnitId: aleris.south })]);
    const audits = await database.auditEntry.count();
    const answer = await save(...cells);
    expect(answer.filter((one) => one.outcome === "saved")).toHaveLength(450);
    expect(await database.auditEntry.count()).toBe(audits + 1);
    expect(await database.valueRevision.count({ where: { kpiId: { in: kpis } } })).toBe(450);
  });

  it("the digest of a batch names the revisions it made: another text, another digest", async () => {
    const kpi = await freshKpi();
    await save(figure(kpi, "1"));
    const { detail } = await database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    const [{ digest }] = await database.$queryRaw<
      [{ digest: string }]
    >`SELECT encode(sha256(convert_to((to_jsonb(r) - 'id' - 'at')::text, 'UTF8')), 'hex') AS digest FROM "ValueRevision" r WHERE "kpiId" = ${kpi}::uuid`;
    expect(detail).toMatchObject({ digest });
  });
});
