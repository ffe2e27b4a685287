import { describe, expect, it } from "vitest";
import { emptyContent, type CellContent } from "@/lib/value/model";
import * as effects from "@/lib/restatement/effect/queries";
import * as mutations from "@/lib/restatement/mutations";
import * as preview from "@/lib/restatement/preview/queries";
import * as queries from "@/lib/restatement/queries";
import { saveValues } from "@/lib/value/mutations";
import { figuresOf, restatementWorld } from "./restatement-world";

const aleris = restatementWorld();

const asked = (figure: string, change: object = {}) => ({
  ...{ what: "value" as const, org: "aleris", kpi: "heating", unit: "aleris", year: 2022 },
  ...{ figure, source: "Fjernvarme", note: "" },
  ...{ reasonDa: "Måleren var aflæst forkert.", reasonEn: "The meter was misread.", ...change },
});
const content = (amount: string): CellContent => ({ ...emptyContent, status: "reported", amount, scale: 0 });

describe("restating heat for 2022, which is published", () => {
  it("lists every dependant, needs a reason, and writes value, history, effects and audit at once", async () => {
    const [before, kept, published] = [await aleris.viewNow(), await aleris.state(), await aleris.record()];
    const cell = await aleris.cellOf("heating", 2022);
    const figure = String(Math.round(Number(cell.amount) * 1.1));
    const shown = await preview.previewRestatement(aleris.id, asked(figure), "da");
    expect(await aleris.state(), "a preview writes nothing").toEqual(kept);
    expect(shown.effects[0]).toMatchObject({ code: "heating", year: 2022, orgUnit: null, isMaterial: true });
    await expect(
      preview.previewRestatement(aleris.id, asked(figure, { reasonDa: "", reasonEn: "" }), "da"),
    ).rejects.toMatchObject({ code: "restatement.reasonMissing", field: "reasonDa" });

    const { content: read } = await preview.readAsked(aleris.id, asked(figure), "da");
    const key = { kpiId: cell.kpiId, orgUnitId: aleris.rootId, year: 2022 };
    const id = await mutations.restateValue(
      aleris.author(),
      { ...key, content: read, seen: shown.seen },
      shown.previewed,
    );

    const [after, now] = [await aleris.viewNow(), await aleris.state()];
    const [was, is] = [figuresOf(before), figuresOf(after)];
    const different = [...is.keys()].filter((at) => JSON.stringify(is.get(at)) !== JSON.stringify(was.get(at)));
    const listed = shown.effects.filter(({ orgUnit }) => orgUnit === null).map(({ code, year }) => `${code} ${year}`);
    expect(different.length).toBeGreaterThan(0);
    expect(listed, "every figure that prints differently was listed").toEqual(expect.arrayContaining(different));
    expect(is.get("heating 2022")).toBe(figure);

    expect(now.restatements).toBe(kept.restatements + 1);
    expect(now.effects).toBe(kept.effects + shown.effects.length);
    expect(now.revisions).toBe(kept.revisions + 1);
    expect(now.audits).toBe(kept.audits + 1);
    expect(await aleris.database.restatement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      ...{ kind: "value", fromYear: 2022, toYear: 2022, toVersion: cell.version + 1, isMaterial: true },
      before: { status: "reported", amount: cell.amount!.toFixed() },
      after: { status: "reported", amount: figure },
    });
    expect(await aleris.database.auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).toMatchObject({
      ...{ action: "value.restate", subject: id, actorId: aleris.actorId, door: "page" },
    });

    expect(await aleris.record(), "what was published stays").toEqual(published);
    const heating = after.kpis.find(({ code }) => code === "heating")!;
    const restated = heating.figures.find(({ year }) => year === 2022)!.restated!;
    expect(restated).toMatchObject({ id, reason: "Måleren var aflæst forkert." });
    expect(Number(restated.before.amount)).toBe(Number(cell.amount));
    const marked = after.kpis.flatMap((kpi) =>
      kpi.figures.flatMap((one) => (one.restated ? [`${kpi.code} ${one.year}`] : [])),
    );
    expect(marked.sort()).toEqual(
      shown.effects
        .filter(({ orgUnit, isOpen }) => orgUnit === null && !isOpen)
        .map(({ code, year }) => `${code} ${year}`)
        .filter((at) => after.kpis.some(({ code }) => at.startsWith(`${code} `)))
        .sort(),
    );
  });

  it("is listed with its sentence, between publications, by year and KPI, and lacks an explanation", async () => {
    const periods = await queries.getPublishedPeriods(aleris.id);
    const all = { from: null, to: null, year: null, kpi: null };
    const [one] = await queries.listRestatements(aleris.id, all, "en");
    expect(one).toMatchObject({
      ...{ kind: "value", reason: "The meter was misread.", isMaterial: true, isExplained: false, explainedIn: 2024 },
      subject: { code: "heating", orgUnit: null },
      actor: "Controller",
    });
    const bound = (year: number) => ({
      at: periods.find((one) => one.year === year)!.publishedAt!,
      publicationOf: year,
    });
    const count = async (filter: object) =>
      (await queries.listRestatements(aleris.id, { ...all, ...filter }, "da")).length;
    expect(await count({ from: bound(2023) })).toBe(1);
    expect(await count({ from: bound(2022), to: bound(2023) })).toBe(0);
    expect(await count({ year: 2022, kpi: "heating" })).toBe(1);
    expect(await count({ year: 2019 })).toBe(0);
    expect(await count({ kpi: "water" })).toBe(0);
    const [region] = await aleris.database.organisation.findMany({ where: { slug: "region-midtjylland" } });
    expect(await queries.listRestatements(region!.id, all, "da")).toEqual([]);
  });

  it("is refused whole when something changed since the preview, or the figure is the published one", async () => {
    const cell = await aleris.cellOf("heating", 2022);
    const key = { kpiId: cell.kpiId, orgUnitId: aleris.rootId, year: 2022 };
    const said = content("12345");
    const { digest } = await effects.workOut(aleris.id, (kpis) => mutations.valueSubject(kpis, key, said));
    const kept = await aleris.state();
    for (const [seen, previewed] of [
      [cell.version - 1, digest],
      [cell.version, "0".repeat(64)],
    ] as const)
      await expect(
        mutations.restateValue(aleris.author(), { ...key, content: said, seen }, previewed),
      ).rejects.toMatchObject({
        code: "restatement.changedSince",
      });
    await expect(preview.previewRestatement(aleris.id, asked(cell.amount!.toFixed()), "da")).rejects.toMatchObject({
      code: "restatement.sameFigure",
    });
    await expect(preview.previewRestatement(aleris.id, asked("12x"), "da")).rejects.toMatchObject({ field: "figure" });
    await expect(preview.previewRestatement(aleris.id, asked("1", { year: 2024 }), "da")).rejects.toMatchObject({
      code: "restatement.notPublished",
    });
    await expect(preview.previewRestatement(aleris.id, asked("1", { kpi: "work-trials" }), "da")).rejects.toMatchObject(
      {
        code: "access.notFound",
      },
    );
    expect(await aleris.state()).toEqual(kept);
  });

  it("writes nothing at all when the save refuses the figure", async () => {
    const cell = await aleris.cellOf("heating", 2022);
    const key = { kpiId: cell.kpiId, orgUnitId: aleris.rootId, year: 2022 };
    const said = content("-5");
    const { digest } = await effects.workOut(aleris.id, (kpis) => mutations.valueSubject(kpis, key, said));
    const kept = await aleris.state();
    await expect(
      mutations.restateValue(aleris.author(), { ...key, content: said, seen: cell.version }, digest),
    ).rejects.toMatchObject({ code: "value.refusal.belowMinimum" });
    expect(await aleris.state()).toEqual(kept);
  });
});

describe("twin: without the restatement", () => {
  it("the same save is refused by the database", async () => {
    const cell = await aleris.cellOf("heating", 2022);
    const write = { kpiId: cell.kpiId, orgUnitId: aleris.rootId, year: 2022, ...content("1"), seen: cell.version };
    const block = { organisationId: aleris.id, actorId: aleris.actorId, door: "page" as const, cells: [write] };
    expect(await saveValues(aleris.database, block)).toEqual([{ outcome: "refused", code: "periodClosed" }]);
    const pretended = { ...block, restatementId: "00000000-0000-4000-8000-000000000009" };
    await expect(saveValues(aleris.database, pretended)).rejects.toThrow(/changes only with a restatement/);
  });
});
