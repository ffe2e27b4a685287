import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import type { BlockAct, BlockKind } from "@/lib/database/generated/enums";
import { keepBefore, recordRevisions } from "@/lib/report/history/mutations";
import { refuseHeld } from "@/lib/report/hold/mutations";
import { blockSettings } from "@/lib/report/schema";
import { placed, placedBefore, stepped, takes, type BlockActName } from "../model";
import { branchOf, placeBlocks, rearrange, type Arranger, type Branch, type Tree } from "../mutations";

/** What a revision calls each act. */
const noted: Record<BlockActName, BlockAct> = {
  ...{ up: "move", down: "move", transfer: "move", place: "move", hide: "hide", show: "show" },
  ...{ duplicate: "duplicate", remove: "remove", restore: "restore", confirm: "confirm", translate: "translate" },
};

/** Adds a block without words behind another of its section, or at the section's end; returns its id. */
export async function addBlock(
  arranger: Arranger,
  { section, after, kind }: { section: string; after: string | null; kind: BlockKind },
): Promise<string> {
  const { blockId } = await rearrange(arranger, async (tx, tree) => {
    const branch = branchOf(tree, section);
    if (!takes(branch.kind, kind)) throw new Refusal("composer.takesNot");
    const settings = blockSettings[kind].parse({}) as Prisma.InputJsonObject;
    const { id } = await tx.block.create({
      data: { sectionId: branch.id, kind, settings, position: lastOf(branch) },
      select: { id: true },
    });
    await placeBlocks(tx, [{ ...branch, blocks: placed(branch.blocks, id, after) }]);
    await recordRevisions(tx, arranger, [id], "add");
    return { action: "report.block.add", subject: section, detail: { blockId: id, kind }, blockId: id };
  });
  return blockId;
}

/** What is to be done to a block; `section`: where it goes, `before` which block; `version`: of the words its editor saw, where the act is about those. */
type Act = { id: string; act: BlockActName; section: string | null; before?: string | null; version?: number | null };

/** What nobody does to a block while somebody else writes in it. */
const disturbs: readonly BlockActName[] = ["up", "down", "transfer", "place", "hide", "remove"];

/**
 * Moves, hides, shows, copies, removes or brings back a block, or confirms its words; returns the id of the one it is
 * about afterwards. Refuses `composer.changed` where other words than those that were seen would be confirmed,
 * `composer.held` where it would be taken from under whoever writes in it.
 */
export async function actOnBlock(arranger: Arranger, block: Act): Promise<string> {
  const { id, act } = block;
  const { blockId } = await rearrange(arranger, async (tx, tree) => {
    const from = tree.sections.find(({ blocks, removed }) => (act === "restore" ? removed : blocks).includes(id));
    if (!from || from.isRemoved) throw new Refusal("composer.gone");
    if (disturbs.includes(act)) await refuseHeld(tx, [id], arranger.actorId);
    if (act !== "restore") await keepBefore(tx, arranger, [id]);
    const about = await write(tx, tree, from, block);
    await recordRevisions(tx, arranger, [about], noted[act]);
    const detail = { blockId: about, act, ...(block.section === null ? {} : { to: block.section }) };
    return { action: `report.block.${noted[act]}`, subject: from.code, detail, blockId: about };
  });
  return blockId;
}

async function write(
  tx: Prisma.TransactionClient,
  tree: Tree,
  from: Branch,
  { id, act, section, before, version }: Act,
): Promise<string> {
  switch (act) {
    case "up":
    case "down":
      await placeBlocks(tx, [{ ...from, blocks: stepped(from.blocks, id, act) }]);
      return id;
    case "transfer":
    case "place": {
      const to = branchOf(tree, section ?? "");
      const { kind } = await tx.block.findUniqueOrThrow({ where: { id }, select: { kind: true } });
      if (!takes(to.kind, kind)) throw new Refusal("composer.takesNot");
      if (before && !to.blocks.includes(before)) throw new Refusal("composer.gone");
      const there = { ...to, blocks: placedBefore(to.blocks, id, before ?? null) };
      if (to !== from) await placeBlocks(tx, [{ ...from, blocks: from.blocks.filter((other) => other !== id) }, there]);
      else if (act === "place") await placeBlocks(tx, [there]);
      return id;
    }
    case "hide":
    case "show":
      await tx.block.update({ where: { id }, data: { isHidden: act === "hide" }, select: { id: true } });
      return id;
    case "remove":
      await tx.block.update({ where: { id }, data: { removedAt: new Date() }, select: { id: true } });
      return id;
    case "restore":
      await tx.block.update({ where: { id }, data: { removedAt: null }, select: { id: true } });
      await placeBlocks(tx, [
        { ...from, blocks: [...from.blocks, id], removed: from.removed.filter((other) => other !== id) },
      ]);
      return id;
    case "confirm":
      await tx.block.update({ where: { id }, data: { mustRewrite: false }, select: { id: true } });
      return id;
    case "translate": {
      const count = await tx.$executeRaw`
        UPDATE "Block" SET "headingTranslated" = CASE WHEN "titleEn" = '' THEN '' ELSE md5("titleDa") END,
          "bodyTranslated" = CASE WHEN "bodyEn" = '' THEN '' ELSE md5("bodyDa") END
        WHERE id = ${id}::uuid AND version = ${version ?? 0}::int`;
      if (count === 0) throw new Refusal("composer.changed");
      return id;
    }
    case "duplicate": {
      const copy = await copyOf(tx, id, from.id, lastOf(from));
      await placeBlocks(tx, [{ ...from, blocks: placed(from.blocks, copy, id) }]);
      return copy;
    }
  }
}

/** The first place behind everything of a section. */
function lastOf({ blocks, removed }: Branch): number {
  return blocks.length + removed.length;
}

/** Copies a block with its words and settings to a place of a section. */
async function copyOf(tx: Prisma.TransactionClient, id: string, sectionId: string, position: number): Promise<string> {
  const [copy] = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Block" ("sectionId", kind, position, "titleDa", "titleEn", "bodyDa", "bodyEn", settings, "isHidden", "mustRewrite", "headingTranslated", "bodyTranslated")
    SELECT ${sectionId}::uuid, kind, ${position}::int, "titleDa", "titleEn", "bodyDa", "bodyEn", settings, "isHidden", "mustRewrite", "headingTranslated", "bodyTranslated"
    FROM "Block" WHERE id = ${id}::uuid RETURNING id::text`;
  return copy!.id;
}
