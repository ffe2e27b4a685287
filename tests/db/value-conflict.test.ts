import { describe, expect, it } from "vitest";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { saveValues } from "@/lib/value/mutations";
import { saving } from "./value-saving";

const { here, freshKpi, figure, save } = saving();

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
    expect(await here.database.valueRevision.count({ where: { kpiId: kpi } })).toBe(seen + 1);
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
        return here.database.$queryRaw(new Prisma.Sql([head, ...rest], values));
      },
    } as unknown as PrismaClient;
    const block = { organisationId: here.aleris.organisationId, actorId: here.aleris.actorId, door: "page" as const };
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, (_, i) =>
        saveValues(loose, { ...block, cells: [figure(kpi, String(i + 1), { seen: 1 })] }),
      ),
    );
    expect(taken.size, "the guards have another wording now").toBe(2);
    const told = answers.filter((one) => one.status === "fulfilled" && one.value[0]?.outcome === "conflict");
    expect(told.length).toBeLessThan(49);
    // The history still holds: it has one revision of a version, whoever forgets to ask.
    expect(await here.database.valueRevision.count({ where: { kpiId: kpi } })).toBe(2);
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
