import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnItem, drawSample } from "@/lib/assurance/mutations";
import { packageStream } from "@/lib/assurance/package/model";
import { packageFiles } from "@/lib/assurance/package/queries";
import { getItems, getLines, getSamples } from "@/lib/assurance/queries";
import { drawRandom, printOf } from "@/lib/assurance/sample/model";
import { getPopulation } from "@/lib/assurance/sample/queries";
import { getWaiting } from "@/lib/assurance/waiting/queries";
import type { Access } from "@/lib/access/model";
import { withClient } from "@/lib/database/connection";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let made: TestDatabase;
let serial = 0;
beforeAll(async () => void (made = await freshDatabase()), 60_000);
afterAll(() => made.close());

/** An organisation with four figures of 2024 and a cell that says there is none. */
async function world() {
  const own = await anOrganisation(made.database, `assured-${++serial}`);
  const actor = { organisationId: own.organisationId, actorId: own.actorId };
  const save = (cells: { kpiId: string; orgUnitId: string; amount: string | null; seen?: number }[]) =>
    saveValues(made.database, {
      ...actor,
      door: "page",
      cells: cells.map(({ amount, seen = 0, ...cell }) => ({
        ...{ ...cell, year: 2024, seen, amount, men: null, women: null, basis: "", comment: "", source: "" },
        ...(amount === null
          ? { status: "notMeasured" as const, scale: null }
          : { status: "reported" as const, scale: 0 }),
      })),
    });
  await save([
    { kpiId: own.electricity, orgUnitId: own.north, amount: "30" },
    { kpiId: own.electricity, orgUnitId: own.south, amount: "70" },
    { kpiId: own.water, orgUnitId: own.north, amount: "-5" },
    { kpiId: own.revenue, orgUnitId: own.root, amount: "900" },
  ]);
  const draw = (more: object = {}) =>
    drawSample(made.database, actor, {
      year: 2024,
      within: "",
      rule: "random",
      seed: "april",
      size: 3,
      ...more,
    } as Parameters<typeof drawSample>[2]);
  return { ...own, actor, save, draw };
}

describe("a sample", () => {
  it("is drawn by its seed from every value with a figure, and anybody can draw it again", async () => {
    const own = await world();
    await own.draw();
    const population = await getPopulation(made.database, own.organisationId, 2024, "");
    expect(population.map(({ unit, code, part }) => [unit, code, part && Number(part)])).toEqual([
      ["north", "electricity", 0.3],
      ["north", "water", 1],
      ["root", "revenue", 1],
      ["south", "electricity", 0.7],
    ]);
    const [sample] = await getSamples(own.organisationId, 2024);
    expect(sample).toMatchObject({
      rule: "random",
      seed: "april",
      population: 4,
      populationPrint: printOf(population),
    });
    const items = await getItems(own.organisationId, 2024, "en");
    expect(items.map(({ unit, code }) => `${unit}/${code}`)).toEqual(
      drawRandom(population, "april", 3).map(({ unit, code }) => `${unit}/${code}`),
    );
    expect(
      items.every(({ state, isChanged, approval }) => state === "open" && !isChanged && approval === "draft"),
    ).toBe(true);
  });

  it("takes the largest, or those named; refuses what there is not, and leaves nothing of it", async () => {
    const [own, other] = [await world(), await world()];
    await own.draw({ rule: "largest", size: 3 });
    expect((await getItems(own.organisationId, 2024, "en")).map(({ unit, code }) => `${unit}/${code}`)).toEqual([
      "north/water",
      "root/revenue",
      "south/electricity",
    ]);
    const named = (unit: string, code: string) => own.draw({ rule: "byHand", named: [{ unit, code }] });
    await named("south", "electricity");
    for (const [unit, code] of [
      ["south", "water"],
      ["nowhere", "water"],
    ] as const)
      await expect(named(unit, code)).rejects.toMatchObject({ code: "assurance.noSuchValue" });
    await expect(own.draw({ year: 2031 })).rejects.toMatchObject({ code: "access.notFound" });
    await expect(own.draw({ year: 2023 })).rejects.toMatchObject({ code: "assurance.nothingToDraw" });
    expect(await getSamples(own.organisationId, 2024)).toHaveLength(2);
    expect(await getItems(other.organisationId, 2024, "en")).toEqual([]);
  });

  it("keeps what it drew: a change afterwards is told, the figure drawn stays", async () => {
    const own = await world();
    await own.draw({ rule: "byHand", named: [{ unit: "south", code: "electricity" }] });
    await own.save([{ kpiId: own.electricity, orgUnitId: own.south, amount: "71", seen: 1 }]);
    expect(await getItems(own.organisationId, 2024, "en")).toMatchObject([
      { isChanged: true, version: 1, figure: { amount: "70" } },
    ]);
  });
});

describe("what is done about a sampled value", () => {
  it("follows in order, keeps notes the auditor's, and reaches nothing of another organisation", async () => {
    const [own, other] = [await world(), await world()];
    await own.draw({ size: 1 });
    const item = async () => (await getItems(own.organisationId, 2024, "en"))[0]!;
    const { id } = await item();
    const act = (kind: "note" | "asked" | "answered" | "concluded", text: string) =>
      actOnItem(made.database, own.actor, id, {
        act: kind,
        text,
        conclusion: kind === "concluded" ? "supported" : null,
      });
    await expect(act("answered", "Too early.")).rejects.toMatchObject({ code: "assurance.nothingAsked" });
    await Promise.all([act("note", "Odd."), act("note", "Very odd."), act("asked", "The invoice, please.")]);
    expect((await item()).state).toBe("waiting");
    expect(await getWaiting(own.organisationId)).toEqual([{ year: 2024, count: 1 }]);
    expect(await getWaiting(other.organisationId)).toEqual([]);
    await act("answered", "It is attached.");
    expect(await getWaiting(own.organisationId)).toEqual([]);
    await act("concluded", "Agrees with the invoice.");
    expect(await item()).toMatchObject({ state: "concluded", conclusion: "supported" });
    expect((await getLines(own.organisationId, id, true)).map((line) => line.act)).toHaveLength(5);
    expect((await getLines(own.organisationId, id, false)).map((line) => line.act)).toEqual([
      "asked",
      "answered",
      "concluded",
    ]);
    await expect(
      actOnItem(made.database, other.actor, id, { act: "note", text: "Ours?", conclusion: null }),
    ).rejects.toMatchObject({ code: "access.notFound" });
    expect(await getLines(other.organisationId, id, true)).toEqual([]);
    const trail = await made.database.auditEntry.findMany({
      where: { organisationId: own.organisationId, subject: id },
    });
    expect(
      JSON.stringify(trail, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)),
    ).not.toContain("odd");
  });

  it("cannot be changed or taken away, not even by the database's owner", async () => {
    const own = await world();
    await own.draw();
    for (const url of [made.url, made.ownerUrl])
      for (const statement of [
        `UPDATE "AssuranceSample" SET seed = 'may'`,
        `DELETE FROM "AssuranceItem"`,
        `UPDATE "AssuranceEntry" SET text = ''`,
      ])
        await expect(withClient(url, (client) => client.query(statement))).rejects.toThrow();
  });
});

describe("the package", () => {
  it("holds the year's values, lineage, samples and trail of this organisation alone; notes for the auditor only", async () => {
    const [own, other] = [await world(), await world()];
    await own.draw();
    const [item] = await getItems(own.organisationId, 2024, "en");
    await actOnItem(made.database, own.actor, item!.id, { act: "note", text: "Between us.", conclusion: null });
    const accessOf = (role: "auditor" | "controller"): Access => ({
      user: { id: own.actorId, name: "", email: "" },
      organisation: { id: own.organisationId, slug: "own", name: "Own", dataVersion: "1" },
      roles: [role],
      orgUnitIds: null,
      organisations: [],
    });
    const textOf = async (role: "auditor" | "controller") => {
      const texts: Record<string, string> = {};
      for (const { path, content } of await packageFiles(accessOf(role), 2024, "en")) {
        texts[path] = "";
        for await (const piece of content()) texts[path] += Buffer.from(piece).toString("utf8");
      }
      return texts;
    };
    const files = await textOf("auditor");
    expect(Object.keys(files)).toEqual([
      "values.csv",
      "lineage.ndjson",
      "samples.ndjson",
      "evidence.csv",
      "trail.ndjson",
    ]);
    expect(files["values.csv"]!.trim().split("\r\n")).toHaveLength(5);
    expect(files["values.csv"]).toContain("north,water,2024,reported,");
    expect(
      files["lineage.ndjson"]!.trim()
        .split("\n")
        .map((line) => (JSON.parse(line) as { kpi: string }).kpi)
        .sort(),
    ).toEqual(["board", "electricity", "intensity", "revenue", "water"]);
    expect(files["samples.ndjson"]).toContain("Between us.");
    expect((await textOf("controller"))["samples.ndjson"]).not.toContain("Between us.");
    expect(Object.values(files).join()).not.toContain(other.organisationId);
    expect(files["trail.ndjson"]).toContain("assurance.draw");
    const zip = packageStream(await packageFiles(accessOf("auditor"), 2024, "en"), {
      ...{ organisation: "Own", year: 2024, madeAt: "2025-03-01T08:00:00.000Z" },
    });
    let bytes = 0;
    for await (const piece of zip as AsyncIterable<Buffer>) bytes += piece.length;
    expect(bytes).toBeGreaterThan(1_000);
  });
});
