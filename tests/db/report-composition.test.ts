import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Refusal } from "@/lib/access/refusal";
import { withClient } from "@/lib/database/connection";
import { actOnBlock, addBlock } from "@/lib/report/composition/block/mutations";
import type { BlockActName, SectionActName } from "@/lib/report/composition/model";
import { actOnSection, addSection, renameSection } from "@/lib/report/composition/section/mutations";
import { getDraft } from "@/lib/report/check/queries";
import type { Author } from "@/lib/report/history/mutations";
import { listTitleChanges } from "@/lib/report/history/title/queries";
import { saveBlockText } from "@/lib/report/mutations";
import { getEditableReport, getReport } from "@/lib/report/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let author: Author;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const { id } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  const { id: actorId } = await world.database.user.findUniqueOrThrow({ where: { email: "controller@demo.example" } });
  author = { organisationId: id, year: 2023, actorId };
}, 60_000);
afterAll(() => world.close());

const edited = async () => (await getEditableReport(author.organisationId, 2023))!;
const sectionOf = async (code: string) => (await edited()).sections.find((section) => section.code === code)!;
const idsOf = async (code: string) => (await sectionOf(code)).blocks.map(({ id }) => id);
const arranger = async () => ({ ...author, seen: (await edited()).structure });
const act = async (id: string, name: BlockActName, section: string | null = null) =>
  actOnBlock(await arranger(), { id, act: name, section });
const actOn = async (code: string, name: SectionActName) => actOnSection(await arranger(), code, name);
const printed = async (code: string) =>
  (await getReport(author.organisationId, 2023, "da"))!.sections.find((section) => section.code === code);
const trail = async () => {
  const [{ dataVersion }, last] = await Promise.all([
    world.database.organisation.findUniqueOrThrow({ where: { id: author.organisationId } }),
    world.database.auditEntry.findFirst({
      where: { organisationId: author.organisationId },
      orderBy: { sequence: "desc" },
    }),
  ]);
  return { dataVersion, last };
};
const revisionsOf = (blockId: string) =>
  world.database.blockRevision.findMany({ where: { blockId }, orderBy: { sequence: "asc" } });
const codeOf = (failure: unknown) => (failure as Refusal).code;

describe("blocks", () => {
  it("move within their section and into another, in the trail and with a new data version", async () => {
    const before = await trail();
    const [first, second, third] = await idsOf("society");
    await act(second!, "up");
    expect((await idsOf("society")).slice(0, 3)).toEqual([second, first, third]);
    const after = await trail();
    expect(after.dataVersion).toBe(before.dataVersion + 1n);
    expect(after.last).toMatchObject({ action: "report.block.move", subject: "2023 society", actorId: author.actorId });
    await act(second!, "down");
    await act(second!, "transfer", "employer");
    expect((await idsOf("employer")).at(-1)).toBe(second);
    expect(await idsOf("society")).not.toContain(second);
    await act(second!, "transfer", "society");
    expect((await revisionsOf(second!)).map((one) => [one.act, one.sectionCode])).toEqual([
      ["begin", "society"],
      ["move", "society"],
      ["move", "society"],
      ["move", "employer"],
      ["move", "society"],
    ]);
  });

  it("that are hidden or removed are in no report, and the check does not read them; shown and brought back they are", async () => {
    const id = (await idsOf("producer"))[0]!;
    const has = async () => {
      const draft = (await getDraft(
        { id: author.organisationId, dataVersion: String((await trail()).dataVersion) },
        2023,
      ))!;
      return [
        (await printed("producer"))!.blocks.some((block) => block.id === id),
        draft.passages.some(({ blockId }) => blockId === id),
        draft.blocks.some((block) => block.id === id),
      ];
    };
    expect(await has()).toEqual([true, true, true]);
    await act(id, "hide");
    expect(await has()).toEqual([false, false, false]);
    expect((await sectionOf("producer")).blocks[0]).toMatchObject({ id, isHidden: true });
    await act(id, "show");
    expect(await has()).toEqual([true, true, true]);
    await act(id, "remove");
    expect(await has()).toEqual([false, false, false]);
    expect(await idsOf("producer")).not.toContain(id);
    await act(id, "restore");
    expect(await has()).toEqual([true, true, true]);
  });

  it("are copied with their words, and added empty behind another", async () => {
    const [first] = (await sectionOf("ethics")).blocks;
    const copy = await act(first!.id, "duplicate");
    const added = await addBlock(await arranger(), { section: "ethics", after: first!.id, kind: "risks" });
    const { blocks } = await sectionOf("ethics");
    expect(blocks.slice(0, 3).map(({ id }) => id)).toEqual([first!.id, added, copy]);
    expect(blocks[2]).toMatchObject({ bodyDa: first!.bodyDa, kind: first!.kind, version: 1 });
    expect((await revisionsOf(added)).map((one) => [one.act, one.kind])).toEqual([["add", "risks"]]);
  });

  it("go nowhere they are not printed", async () => {
    const id = (await idsOf("society"))[0]!;
    expect(codeOf(await act(id, "transfer", "cover").catch((error: unknown) => error))).toBe("composer.takesNot");
    expect(codeOf(await act(id, "transfer", "nowhere").catch((error: unknown) => error))).toBe("composer.gone");
    expect((await idsOf("society"))[0]).toBe(id);
  });
});

describe("two who arrange at once", () => {
  it("do not undo each other: of twenty that saw the same order one acts, the others are told", async () => {
    const seen = await arranger();
    const before = await trail();
    const id = (await idsOf("society"))[1]!;
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => actOnBlock(seen, { id, act: "hide", section: null })),
    );
    const refused = all.flatMap((one) => (one.status === "rejected" ? [codeOf(one.reason)] : []));
    expect(refused).toEqual(Array(19).fill("composer.changed"));
    expect((await trail()).dataVersion).toBe(before.dataVersion + 1n);
  });

  it("reach nothing of another organisation or another year's report", async () => {
    const region = await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } });
    const { structure } = (await getEditableReport(region.id, 2024))!;
    const id = (await idsOf("society"))[0]!;
    const there = { ...author, organisationId: region.id, year: 2024, seen: structure };
    for (const name of ["hide", "remove", "duplicate", "restore"] as const)
      expect(
        codeOf(await actOnBlock(there, { id, act: name, section: null }).catch((error: unknown) => error)),
        name,
      ).toBe("composer.gone");
    expect(codeOf(await actOnSection(there, "society", "remove").catch((error: unknown) => error))).toBe(
      "composer.gone",
    );
    expect(
      codeOf(
        await addSection({ ...there, year: 1999 }, null, { titleDa: "x", titleEn: "x" }).catch(
          (error: unknown) => error,
        ),
      ),
    ).toBe("access.notFound");
    expect((await getEditableReport(region.id, 2024))!.structure).toBe(structure);
    expect(await revisionsOf(id)).toEqual([]);
  });
});

describe("sections", () => {
  it("are added, named, moved, hidden, copied, removed and brought back", async () => {
    const code = await addSection(await arranger(), "society", { titleDa: "Vores læger", titleEn: "Our doctors" });
    const codes = async () => (await edited()).sections.map((section) => section.code);
    const at = (await codes()).indexOf("society");
    expect((await codes())[at + 1]).toBe(code);
    await addBlock(await arranger(), { section: code, after: null, kind: "text" });
    await renameSection(await arranger(), code, { titleDa: "Læger", titleEn: "Doctors" });
    await actOn(code, "up");
    expect((await codes())[at]).toBe(code);
    await actOn(code, "hide");
    expect([await printed(code), (await sectionOf(code)).isHidden]).toEqual([undefined, true]);
    await actOn(code, "show");
    expect((await printed(code))!.title).toBe("Læger");
    const copy = await actOn(code, "duplicate");
    expect((await sectionOf(copy)).blocks).toHaveLength(1);
    await actOn(code, "remove");
    expect([await printed(code), await sectionOf(code)]).toEqual([undefined, undefined]);
    await actOn(code, "restore");
    expect((await sectionOf(code)).blocks).toHaveLength(1);
    expect((await trail()).last).toMatchObject({ action: "report.section.restore", subject: `2023 ${code}` });
  });

  it("titles have a history that leads back, and only of their own section and year", async () => {
    const first = { titleDa: "Vores sygeplejersker", titleEn: "Our nurses" };
    const code = await addSection(await arranger(), null, first);
    const second = { titleDa: "Vores dygtige sygeplejersker", titleEn: "Our nurses" };
    expect(await listTitleChanges(author.organisationId, 2023, code)).toEqual([]);
    await renameSection(await arranger(), code, second);
    // Saved again as it was: nothing to show.
    await renameSection(await arranger(), code, second);
    const [change, ...more] = await listTitleChanges(author.organisationId, 2023, code);
    expect([change, more]).toMatchObject([{ ...second, before: first }, []]);
    expect(change!.by).not.toBeNull();
    await renameSection(await arranger(), code, change!.before);
    expect(await sectionOf(code)).toMatchObject(first);
    expect(await listTitleChanges(author.organisationId, 2023, code)).toMatchObject([
      { ...first, before: second },
      { ...second, before: first },
    ]);
    expect(await listTitleChanges(author.organisationId, 2022, code)).toEqual([]);
    const other = await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } });
    expect(await listTitleChanges(other.id, 2023, code)).toEqual([]);
  });

  it("of which a report has one are not copied", async () => {
    const appendix = (await edited()).sections.find(({ kind }) => kind === "appendix")!.code;
    expect(codeOf(await actOn(appendix, "duplicate").catch((error: unknown) => error))).toBe("composer.onlyOnce");
  });
});

describe("the history of blocks", () => {
  it("keeps the words before and after each save", async () => {
    const block = (await sectionOf("employer")).blocks[0]!;
    const { titleDa, titleEn, bodyEn } = block;
    await saveBlockText(
      author,
      { id: block.id, seen: block.version },
      { titleDa, titleEn, bodyEn, bodyDa: "Ny begyndelse." },
    );
    expect((await revisionsOf(block.id)).map((one) => [one.act, one.bodyDa, one.changedBy])).toEqual([
      ["begin", block.bodyDa, null],
      ["save", "Ny begyndelse.", author.actorId],
    ]);
  });

  it("is changed by nobody, not even the owner of the tables", async () => {
    for (const sql of [
      `UPDATE "BlockRevision" SET "bodyDa" = ''`,
      `DELETE FROM "BlockRevision"`,
      `TRUNCATE "BlockRevision"`,
    ])
      await expect(
        withClient(world.ownerUrl, (client) => client.query(sql)),
        sql,
      ).rejects.toThrow("append-only");
  });
});
