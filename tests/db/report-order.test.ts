import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actOnBlock, addBlock } from "@/lib/report/composition/block/mutations";
import { restoreOrder } from "@/lib/report/composition/order/mutations";
import { orderOf } from "@/lib/report/composition/order/model";
import { getOwnLatestChange, listOrderChanges } from "@/lib/report/composition/order/queries";
import { actOnSection, addSection } from "@/lib/report/composition/section/mutations";
import type { Author } from "@/lib/report/history/mutations";
import { keepHold } from "@/lib/report/hold/mutations";
import { getEditableReport } from "@/lib/report/queries";
import { loadDemo } from "@/prisma/seed";
import { freshDatabase, type TestDatabase } from "./harness";

let world: TestDatabase;
let author: Author;
let otherId: string;

beforeAll(async () => {
  world = await freshDatabase();
  await loadDemo(world.ownerUrl);
  const person = (email: string) => world.database.user.findUniqueOrThrow({ where: { email } });
  const { id } = await world.database.organisation.findUniqueOrThrow({ where: { slug: "aleris" } });
  author = { organisationId: id, year: 2023, actorId: (await person("controller@demo.example")).id };
  otherId = (await person("admin@demo.example")).id;
}, 60_000);
afterAll(() => world.close());

const edited = async () => (await getEditableReport(author.organisationId, 2023))!;
const order = async () => orderOf((await edited()).sections);
const arranger = async () => ({ ...author, seen: (await edited()).structure });
const blocksOf = async (code: string) =>
  (await order()).sections.find((section) => section.code === code)?.blocks ?? null;
const changes = () => listOrderChanges(author.organisationId, 2023, author.actorId);
const undo = async (index = 0) => restoreOrder(await arranger(), BigInt((await changes())[index]!.id));
const block = async (id: string, act: "up" | "hide" | "remove" | "duplicate" | "restore") =>
  actOnBlock(await arranger(), { id, act, section: null });

describe("the order of a report", () => {
  it("has a history with who did what, and each of its acts is undone as it was done", async () => {
    const begin = await order();
    const [first, second] = (await blocksOf("society"))!;
    for (const act of ["up", "hide", "remove", "duplicate"] as const) {
      await block(second!, act);
      expect(await order()).not.toEqual(begin);
      const [latest] = await changes();
      expect(latest).toMatchObject({ isOwn: true, section: { titleDa: expect.any(String) }, before: begin });
      expect(latest!.by).toBeTruthy();
      await undo();
      expect(await order()).toEqual(begin);
    }
    await actOnBlock(await arranger(), { id: first!, act: "place", section: "employer", before: null });
    expect((await changes())[0]).toMatchObject({ action: "report.block.move", block: {}, to: {} });
    await undo();
    for (const act of ["down", "hide", "remove", "duplicate"] as const) {
      await actOnSection(await arranger(), "employer", act);
      await undo();
      expect(await order()).toEqual(begin);
    }
    await addSection(await arranger(), null, { titleDa: "Ny", titleEn: "New" });
    await undo();
    expect(await order()).toEqual(begin);
    // Undoing is an act like others: undone, the section is there again.
    await undo();
    expect((await order()).sections).toHaveLength(begin.sections.length + 1);
    await undo();
    expect(await order()).toEqual(begin);
  });

  it("of some acts ago comes back with what others added since, and what it brought back tells so", async () => {
    const begin = await order();
    const [first, second] = (await blocksOf("producer"))!;
    await block(first!, "remove");
    await block(second!, "hide");
    const added = await addBlock(await arranger(), { section: "producer", after: second!, kind: "callout" });
    await undo(2);
    const blocks = (await blocksOf("producer"))!;
    expect(blocks).toContain(added);
    expect(blocks.filter((id) => id !== added)).toEqual(begin.sections.find(({ code }) => code === "producer")!.blocks);
    const last = (id: string) =>
      world.database.blockRevision.findFirst({ where: { blockId: id }, orderBy: { sequence: "desc" } });
    expect([(await last(first!))?.act, (await last(second!))?.act]).toEqual(["restore", "show"]);
    await block(added, "remove");
  });

  it("refuses acts it does not know, of another year or organisation, and what is so already", async () => {
    const codeOf = async (entry: bigint, change: object = {}) =>
      restoreOrder({ ...(await arranger()), ...change }, entry).catch(({ code }: { code: string }) => code);
    const [latest] = await changes();
    const entry = BigInt(latest!.id);
    expect(await codeOf(999_999n)).toBe("composer.orderUnknown");
    const seen2024 = (await getEditableReport(author.organisationId, 2024))!.structure;
    expect(await codeOf(entry, { year: 2024, seen: seen2024 })).toBe("composer.orderUnknown");
    const other = await world.database.organisation.findUniqueOrThrow({ where: { slug: "region-midtjylland" } });
    expect(await codeOf(entry, { organisationId: other.id })).toBe("access.notFound");
    expect(await codeOf(entry, { seen: 1 })).toBe("composer.changed");
    await undo();
    expect(await codeOf(entry)).toBe("composer.orderSame");
  });

  it("takes no block from under whoever writes in it, be it by an act or on the way back", async () => {
    const [first, second] = (await blocksOf("ethics"))!;
    await block(second!, "hide");
    await keepHold({ ...author, userId: otherId, blockId: second! });
    await expect(block(second!, "remove")).rejects.toMatchObject({ code: "composer.held" });
    const place = { id: second!, act: "place" as const, section: "society", before: null };
    await expect(actOnBlock(await arranger(), place)).rejects.toMatchObject({ code: "composer.held" });
    // To be shown again takes nothing away; what stands beside it moves.
    await block(first!, "hide");
    await undo(1);
    expect((await order()).hidden).not.toContain(second);
    await expect(undo()).rejects.toMatchObject({ code: "composer.held" });
    await world.database.blockHold.deleteMany({ where: { blockId: second! } });
  });

  it("offers its latest change to who made it, and to nobody else", async () => {
    const [first] = (await blocksOf("society"))!;
    await block(first!, "hide");
    expect(await getOwnLatestChange(author.organisationId, 2023, author.actorId)).toMatchObject({
      action: "report.block.hide",
    });
    expect(await getOwnLatestChange(author.organisationId, 2023, otherId)).toBeNull();
    await undo();
  });
});

describe("a part that is dragged", () => {
  it("stands before the one it was dropped on, in its own section or another, or last", async () => {
    const [a, b, c] = (await blocksOf("society"))!;
    const place = async (id: string, section: string, before: string | null) =>
      actOnBlock(await arranger(), { id, act: "place", section, before });
    await place(c!, "society", a!);
    expect((await blocksOf("society"))!.slice(0, 3)).toEqual([c, a, b]);
    const [there] = (await blocksOf("employer"))!;
    await place(c!, "employer", there!);
    expect((await blocksOf("employer"))!.slice(0, 2)).toEqual([c, there]);
    await place(c!, "society", null);
    expect((await blocksOf("society"))!.at(-1)).toBe(c);
    await expect(place(c!, "society", there!)).rejects.toMatchObject({ code: "composer.gone" });
    await expect(place(c!, "cover", null)).rejects.toMatchObject({ code: "composer.takesNot" });
    await actOnSection(await arranger(), "ethics", "place", "society");
    const codes = (await order()).sections.map(({ code }) => code);
    expect(codes.indexOf("ethics")).toBe(codes.indexOf("society") - 1);
    await actOnSection(await arranger(), "ethics", "place", null);
    expect((await order()).sections.at(-1)!.code).toBe("ethics");
  });
});
