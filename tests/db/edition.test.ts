import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MANIFEST, jsonBytes, sha256, type EditionFile } from "@/lib/edition/model";
import type { Contents } from "@/lib/edition/contents/queries";
import type { EditionMark } from "@/lib/report/ticket/model";
import { loadDemo } from "@/prisma/seed";
import * as comparison from "@/lib/edition/comparison/model";
import * as manifests from "@/lib/edition/manifest/model";
import * as edition from "@/lib/edition/mutations";
import * as publicEditions from "@/lib/edition/public/queries";
import * as editions from "@/lib/edition/queries";
import * as acceptance from "@/lib/report/check/acceptance/mutations";
import * as checks from "@/lib/report/check/queries";
import * as restatement from "@/lib/restatement/mutations";
import * as preview from "@/lib/restatement/preview/queries";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let actorId: string;
let organisationId: string;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  organisationId = (await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } })).id;
  actorId = (await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } })).id;
  // The demo has no report of 2022: one of a single text, bound to that year's figure.
  await world.database.report.create({
    data: {
      ...{ organisationId, year: 2022, titleDa: "CSR-rapport 2022", titleEn: "CSR report 2022" },
      sections: {
        create: {
          ...{ kind: "text", position: 0, code: "heat", titleDa: "Varme", titleEn: "Heating" },
          blocks: {
            create: {
              ...{ kind: "text", position: 0 },
              ...{ bodyDa: "Varme: {{kpi:heating unit}}.", bodyEn: "Heating: {{kpi:heating unit}}." },
            },
          },
        },
      },
    },
  });
}, 60_000);
afterAll(() => world.close());

const now = async () => {
  const { dataVersion } = await world.database.organisation.findUniqueOrThrow({ where: { id: organisationId } });
  return { id: organisationId, dataVersion: String(dataVersion) };
};
const publisher = async (year: number) => ({ organisation: await now(), year, actorId });

/** Files without a browser: what is under test is what is kept of them. */
const makeFiles = async (mark: EditionMark, { files, views }: Contents): Promise<EditionFile[]> => {
  const bytes = new TextEncoder().encode(`<p>${views.da.report.title} ${mark.number} ${mark.figuresDigest}</p>`);
  const all = [...files, { path: "da/index.html", mediaType: "text/html", bytes }];
  const of = { organisation: { slug: "aleris", name: "Aleris" }, year: views.da.view.year, edition: mark.number };
  const manifest = manifests.manifestOf({ ...of, publishedOn: mark.day }, all);
  return [...all, { path: MANIFEST, mediaType: "application/json", bytes: jsonBytes(manifest) }];
};
const publish = async (year: number, note = "") =>
  edition.publishEdition(await publisher(year), { note, at: new Date("2024-03-20T23:30:00Z") }, makeFiles);
const acceptAll = async (year: number) => {
  for (const { key, excerpt } of (await checks.getFindings(await now(), year))!)
    await acceptance.acceptFindings({ organisationId, year, actorId }, [{ key, excerpt }], "Det er efterset.");
};
const bytesOf = async (year: number, number: number) =>
  (await editions.getEditionFiles({ organisationId, year, number })).map(({ path, bytes }) => [path, sha256(bytes)]);

describe("an edition", () => {
  it("is published only of a report that was called ready, and that needs every finding mended or accepted", async () => {
    await expect(publish(2022)).rejects.toMatchObject({ code: "edition.notReady" });
    const open = (await checks.getFindings(await now(), 2022))!.filter(({ accepted }) => accepted === null);
    if (open.length > 0)
      await expect(edition.callReady(await publisher(2022))).rejects.toMatchObject({
        code: "edition.findingsOpen",
        values: { count: open.length },
      });
    await acceptAll(2022);
    await edition.callReady(await publisher(2022));
    expect((await editions.getStanding(await now(), 2022))!.state).toBe("ready");
    expect(await publish(2022)).toBe(1);
    expect((await editions.getStanding(await now(), 2022))!.state).toBe("published");
  });

  it("stays as it is, to the byte, when a figure of its year is restated; the next one marks, explains and lists it", async () => {
    const before = await bytesOf(2022, 1);
    const asked = {
      ...{ what: "value" as const, org: "aleris", kpi: "heating", unit: "aleris", year: 2022 },
      ...{ figure: "3811", source: "Fjernvarme", note: "" },
      ...{ reasonDa: "Måleren var aflæst forkert.", reasonEn: "The meter was misread." },
    };
    const shown = await preview.previewRestatement(organisationId, asked, "da");
    const { content } = await preview.readAsked(organisationId, asked, "da");
    const { id: kpiId } = await world.database.kpi.findFirstOrThrow({ where: { organisationId, code: "heating" } });
    const { id: orgUnitId } = await world.database.orgUnit.findFirstOrThrow({
      where: { organisationId, isRoot: true },
    });
    const { reasonDa, reasonEn } = asked;
    const author = { organisationId, actorId, reasonDa, reasonEn };
    await restatement.restateValue(
      author,
      { kpiId, orgUnitId, year: 2022, content, seen: shown.seen },
      shown.previewed,
    );
    // The report of 2022 would say something else now; what was published does not.
    expect((await editions.getStanding(await now(), 2022))!.state).toBe("draft");
    await expect(publish(2022)).rejects.toMatchObject({ code: "edition.notReady" });
    await acceptAll(2023);
    await edition.callReady(await publisher(2023));
    expect(await publish(2023)).toBe(1);
    expect(await bytesOf(2022, 1)).toEqual(before);

    const [old, next] = await Promise.all(
      [2022, 2023].map((year) => editions.getFrozen({ organisationId, year, number: 1 })),
    );
    const changed = comparison.restatedBetween(comparison.figureDifferences(old!.figures, next!.figures));
    expect(changed.find(({ code, year }) => code === "heating" && year === 2022)).toMatchObject({
      before: "3465",
      after: "3811",
      reason: { da: "Måleren var aflæst forkert.", en: "The meter was misread." },
    });
    expect(changed.map(({ code }) => code)).toContain("heating-intensity");
    const marked = next!.figures.kpis.find(({ code }) => code === "heating")!.figures.find(({ year }) => year === 2022);
    expect(marked!.restated).toMatchObject({ before: "3465" });
    expect(old!.texts.find(({ place }) => place === "heat/1 text body")!.da).toBe("Varme: 3.465 MWh.");
  });

  it("gets the next number, and its folder can be verified", async () => {
    await acceptAll(2022);
    await edition.callReady(await publisher(2022));
    expect(await publish(2022, "Varmetallet er korrigeret.")).toBe(2);
    const list = await editions.listEditions(organisationId, 2022);
    expect(list.map(({ number, note }) => [number, note])).toEqual([
      [2, "Varmetallet er korrigeret."],
      [1, ""],
    ]);
    for (const number of [1, 2]) {
      const files = await editions.getEditionFiles({ organisationId, year: 2022, number });
      // Half past midnight in Copenhagen, whatever day it is in Greenwich.
      const { bytes } = files.find(({ path }) => path === MANIFEST)!;
      expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ publishedOn: "2024-03-21" });
      expect(manifests.faultsOf(new Map(files.map(({ path, bytes }) => [path, bytes])))).toEqual([]);
    }
  });

  it("is not published of what changed while it was being made", async () => {
    const section = await world.database.section.findFirstOrThrow({
      where: { code: "heat" },
      include: { blocks: true },
    });
    const text = (bodyDa: string) =>
      world.database.block.update({ where: { id: section.blocks[0]!.id }, data: { bodyDa, bodyEn: bodyDa } });
    const raise = () =>
      world.database.organisation.update({ where: { id: organisationId }, data: { dataVersion: { increment: 1 } } });
    await text("Ny.");
    await raise();
    await edition.callReady(await publisher(2022));
    const slowly = async (mark: EditionMark, contents: Contents) => {
      await text("Endnu nyere.");
      await raise();
      return makeFiles(mark, contents);
    };
    await expect(
      edition.publishEdition(await publisher(2022), { note: "", at: new Date() }, slowly),
    ).rejects.toMatchObject({ code: "edition.changedMeanwhile" });
    expect(await editions.listEditions(organisationId, 2022)).toHaveLength(2);
    // What changes elsewhere does not keep it from being published.
    await text("Ny.");
    await raise();
    const elsewhere = async (mark: EditionMark, contents: Contents) => {
      await raise();
      return makeFiles(mark, contents);
    };
    expect(await edition.publishEdition(await publisher(2022), { note: "", at: new Date() }, elsewhere)).toBe(3);
  });

  it("is published once by two at the same time", async () => {
    const raise = await publisher(2023);
    await edition.callReady(raise);
    const two = await Promise.allSettled([publish(2023), publish(2023)]);
    expect(two.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await editions.listEditions(organisationId, 2023)).toHaveLength(2);
  });
});

describe("the database", () => {
  const refused = (sql: string) => expect(world.database.$executeRawUnsafe(sql)).rejects.toThrow();
  it("lets nobody change, delete or add to an edition, nor leave a number out", async () => {
    await refused(`UPDATE "Edition" SET note = 'x'`);
    await refused(`DELETE FROM "Edition"`);
    await refused(`UPDATE "EditionFile" SET bytes = 'x'`);
    await refused(`DELETE FROM "EditionFile"`);
    await refused(`TRUNCATE "Edition" CASCADE`);
    await refused(
      `INSERT INTO "EditionFile" SELECT "organisationId", year, number, 'da/late.txt', 'text/plain', 1, encode(sha256('x'), 'hex'), 'x' FROM "Edition" LIMIT 1`,
    );
    await refused(
      `INSERT INTO "Edition" ("organisationId", year, number, "figuresDigest", "publishedBy") SELECT "organisationId", year, 9, "figuresDigest", "publishedBy" FROM "Edition" LIMIT 1`,
    );
  });
});

it("an edition is public only once it is opened, and no longer than it is", async () => {
  expect(await publicEditions.getPublicEdition("aleris", 2023)).toBeNull();
  await edition.openEdition(await publisher(2023), 1);
  expect(await publicEditions.getPublicEdition("aleris", 2023)).toEqual({ organisationId, year: 2023, number: 1 });
  expect(await publicEditions.getPublicEdition("region-midtjylland", 2023)).toBeNull();
  await expect(edition.openEdition(await publisher(2023), 99)).rejects.toMatchObject({ code: "access.notFound" });
  await edition.openEdition(await publisher(2023), null);
  expect(await publicEditions.getPublicEdition("aleris", 2023)).toBeNull();
});
