import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actOnBlock } from "@/lib/report/composition/block/mutations";
import { seenText } from "@/lib/report/editing/model";
import { saveBlockText, saveReportText, type ReportWriter } from "@/lib/report/mutations";
import { getEditableReport, getReport } from "@/lib/report/queries";
import { translationOfBlock } from "@/lib/report/translation/model";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let writer: ReportWriter;
let block: Awaited<ReturnType<typeof readBlock>>;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const { id } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  const { id: actorId } = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  writer = { organisationId: id, year: 2023, actorId };
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => void (block = await readBlock()));

async function readBlock() {
  return (await getEditableReport(writer.organisationId, 2023))!.sections.find(({ code }) => code === "society")!
    .blocks[0]!;
}
const wordsOf = ({ titleDa, titleEn, bodyDa, bodyEn }: typeof block) => ({ titleDa, titleEn, bodyDa, bodyEn });
const state = async () => {
  const { dataVersion } = await world.database.organisation.findUniqueOrThrow({ where: { id: writer.organisationId } });
  const audits = await world.database.auditEntry.findMany({
    where: { organisationId: writer.organisationId, action: { startsWith: "report." } },
    orderBy: { sequence: "asc" },
  });
  return { dataVersion, audits };
};

describe("a block's words", () => {
  it("English written before the Danish changed is out of step, until either is written again", async () => {
    const save = async (words: Partial<ReturnType<typeof wordsOf>>) => {
      const now = await readBlock();
      await saveBlockText(writer, { id: now.id, seen: now.version }, { ...wordsOf(now), ...words });
      return translationOfBlock(await readBlock()).body;
    };
    expect(translationOfBlock(block).body).toBe("translated");
    expect(await save({ bodyDa: "Først.", bodyEn: "First." })).toBe("translated");
    expect(await save({ bodyDa: "Så." })).toBe("stale");
    expect(await save({ bodyDa: "Først." })).toBe("translated");
    expect(await save({ bodyDa: "Så." })).toBe("stale");
    expect(await save({ bodyEn: "Then." })).toBe("translated");
    expect(await save({ bodyDa: "Så er det." })).toBe("stale");
    // Somebody says that it still fits: of the words they saw, and of no others.
    const now = await readBlock();
    const holds = async (version: number) => {
      const { structure } = (await getEditableReport(writer.organisationId, 2023))!;
      return actOnBlock({ ...writer, seen: structure }, { id: now.id, act: "translate", section: null, version });
    };
    await expect(holds(now.version - 1)).rejects.toMatchObject({ code: "composer.changed" });
    expect(translationOfBlock(await readBlock()).body).toBe("stale");
    await holds(now.version);
    expect(await readBlock()).toMatchObject({ version: now.version, bodyEn: "Then." });
    expect(translationOfBlock(await readBlock()).body).toBe("translated");
    expect((await state()).audits.at(-1)).toMatchObject({ action: "report.block.translate" });
    expect(await save({ bodyEn: "" })).toBe("missingEn");
    await world.database.block.update({ where: { id: block.id }, data: wordsOf(block) });
  });

  it("are stored with audit and a new data version, and shown in their language", async () => {
    const before = await state();
    const words = { ...wordsOf(block), bodyDa: "Ny tekst.", bodyEn: "" };
    expect(await saveBlockText(writer, { id: block.id, seen: block.version }, words)).toEqual({
      outcome: "saved",
      seen: String(block.version + 1),
    });
    const after = await state();
    expect(after.dataVersion).toBe(before.dataVersion + 1n);
    expect(after.audits.at(-1)).toMatchObject({
      actorId: writer.actorId,
      action: "report.block.save",
      subject: "2023 society",
      detail: { from: { bodyDa: block.bodyDa }, to: { bodyDa: "Ny tekst." } },
    });
    const shown = async (locale: "da" | "en") =>
      (await getReport(writer.organisationId, 2023, locale))!.sections.find(({ code }) => code === "society")!
        .blocks[0]!.body;
    // A text that lacks in one language is shown in the other.
    expect([await shown("da"), await shown("en")]).toEqual(["Ny tekst.", "Ny tekst."]);
  });

  it("of an older version are not written; the other's words come back", async () => {
    const before = await state();
    const stale = await saveBlockText(
      writer,
      { id: block.id, seen: block.version - 1 },
      { ...wordsOf(block), bodyDa: "Min tekst." },
    );
    expect(stale).toEqual({ outcome: "conflict", seen: String(block.version), stored: wordsOf(block) });
    expect(await state()).toEqual(before);
  });

  it("that say what is stored change nothing, whatever version was seen", async () => {
    const before = await state();
    expect(await saveBlockText(writer, { id: block.id, seen: 1 }, wordsOf(block))).toEqual({
      outcome: "unchanged",
      seen: String(block.version),
    });
    expect(await state()).toEqual(before);
  });

  it("from one version, twenty at once: one wins, nineteen are told", async () => {
    const before = await state();
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        saveBlockText(writer, { id: block.id, seen: block.version }, { ...wordsOf(block), bodyDa: `Udgave ${index}.` }),
      ),
    );
    expect(all.filter(({ outcome }) => outcome === "saved")).toHaveLength(1);
    expect(all.filter(({ outcome }) => outcome === "conflict")).toHaveLength(19);
    const after = await state();
    expect([after.dataVersion - before.dataVersion, after.audits.length - before.audits.length]).toEqual([1n, 1]);
  });

  it("of another organisation, or another year's report, cannot be reached", async () => {
    const region = await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } });
    const words = { ...wordsOf(block), bodyDa: "Overtaget." };
    expect(
      await saveBlockText(
        { ...writer, organisationId: region.id, year: 2024 },
        { id: block.id, seen: block.version },
        words,
      ),
    ).toEqual({ outcome: "gone" });
    expect(await saveBlockText({ ...writer, year: 2024 }, { id: block.id, seen: block.version }, words)).toEqual({
      outcome: "gone",
    });
    expect(wordsOf(await readBlock())).toEqual(wordsOf(block));
  });
});

describe("a report's title", () => {
  it("is stored when it is what the editor saw, and else both are told", async () => {
    const { titleDa, titleEn, subtitleDa, subtitleEn } = (await getEditableReport(writer.organisationId, 2023))!;
    const stored = { titleDa, titleEn, subtitleDa, subtitleEn };
    const mine = { ...stored, titleDa: "Årets rapport 2023" };
    expect(await saveReportText(writer, seenText(stored), mine)).toEqual({ outcome: "saved", seen: seenText(mine) });
    expect(await saveReportText(writer, seenText(stored), { ...stored, titleDa: "En anden" })).toEqual({
      outcome: "conflict",
      seen: seenText(mine),
      stored: mine,
    });
    expect((await getReport(writer.organisationId, 2023, "da"))!.title).toBe("Årets rapport 2023");
    expect((await state()).audits.at(-1)).toMatchObject({ action: "report.save", subject: "2023 title" });
  });
});
