import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { recordRevisions } from "@/lib/report/history/mutations";
import { anchorOf, canBeDuplicated, kindOfCopy, placed, placedBefore, stepped, type SectionActName } from "../model";
import { branchOf, placeSections, rearrange, type Arranger, type Branch, type Tree } from "../mutations";

type Titles = { titleDa: string; titleEn: string };

/** Adds a chapter behind another section, or at the end; returns its code. */
export async function addSection(arranger: Arranger, after: string | null, titles: Titles): Promise<string> {
  const { subject } = await rearrange(arranger, async (tx, tree) => {
    const code = anchorOf(titles.titleDa, codesOf(tree));
    const behind = after === null ? null : branchOf(tree, after).id;
    const data = { reportId: tree.reportId, kind: "text" as const, code, position: tree.sections.length, ...titles };
    const { id } = await tx.section.create({ data, select: { id: true } });
    await placeSections(tx, inOrder(tree, placed(liveOf(tree), id, behind)));
    return { action: "report.section.add", subject: code, detail: { ...titles, about: code } };
  });
  return subject;
}

/** Gives a section other titles. */
export async function renameSection(arranger: Arranger, code: string, titles: Titles): Promise<void> {
  await rearrange(arranger, async (tx, tree) => {
    const { id } = branchOf(tree, code);
    const from = await tx.section.findUniqueOrThrow({ where: { id }, select: { titleDa: true, titleEn: true } });
    await tx.section.update({ where: { id }, data: titles, select: { id: true } });
    return { action: "report.section.rename", subject: code, detail: { from, to: titles } };
  });
}

/**
 * Moves, hides, shows, copies, removes or brings back a section with its blocks; returns the code of the one it is about
 * afterwards. `before`: the section it is placed before; null: at the end.
 */
export async function actOnSection(
  arranger: Arranger,
  code: string,
  act: SectionActName,
  before: string | null = null,
): Promise<string> {
  const { about } = await rearrange(arranger, async (tx, tree) => {
    const branch =
      act === "restore"
        ? tree.sections.find((section) => section.code === code && section.isRemoved)
        : branchOf(tree, code);
    if (!branch) throw new Refusal("composer.gone");
    const about = await write(tx, arranger, tree, branch, act, before);
    const verb = act === "up" || act === "down" || act === "place" ? "move" : act;
    return { action: `report.section.${verb}`, subject: code, detail: { act, about }, about };
  });
  return about;
}

async function write(
  tx: Prisma.TransactionClient,
  arranger: Arranger,
  tree: Tree,
  branch: Branch,
  act: SectionActName,
  before: string | null,
): Promise<string> {
  const set = (data: Prisma.SectionUpdateInput) =>
    tx.section.update({ where: { id: branch.id }, data, select: { id: true } });
  switch (act) {
    case "up":
    case "down":
      await placeSections(tx, inOrder(tree, stepped(liveOf(tree), branch.id, act)));
      break;
    case "place": {
      const ahead = before === null ? null : branchOf(tree, before).id;
      await placeSections(tx, inOrder(tree, placedBefore(liveOf(tree), branch.id, ahead)));
      break;
    }
    case "hide":
    case "show":
      await set({ isHidden: act === "hide" });
      break;
    case "remove":
      await set({ removedAt: new Date() });
      break;
    case "restore":
      await set({ removedAt: null });
      break;
    case "duplicate":
      return duplicate(tx, arranger, tree, branch);
  }
  return branch.code;
}

/** A copy behind its original, with copies of its blocks. */
async function duplicate(tx: Prisma.TransactionClient, arranger: Arranger, tree: Tree, branch: Branch) {
  if (!canBeDuplicated(branch.kind)) throw new Refusal("composer.onlyOnce");
  const titles = await tx.section.findUniqueOrThrow({
    where: { id: branch.id },
    select: { titleDa: true, titleEn: true, isHidden: true },
  });
  const code = anchorOf(titles.titleDa, codesOf(tree));
  const place = { reportId: tree.reportId, position: tree.sections.length };
  const { id } = await tx.section.create({
    data: { ...place, ...titles, code, kind: kindOfCopy(branch.kind) },
    select: { id: true },
  });
  const copies = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Block" ("sectionId", kind, position, "titleDa", "titleEn", "bodyDa", "bodyEn", settings, "isHidden", "mustRewrite", "headingTranslated", "bodyTranslated")
    SELECT ${id}::uuid, kind, position, "titleDa", "titleEn", "bodyDa", "bodyEn", settings, "isHidden", "mustRewrite", "headingTranslated", "bodyTranslated"
    FROM "Block" WHERE "sectionId" = ${branch.id}::uuid AND "removedAt" IS NULL ORDER BY position RETURNING id::text`;
  await placeSections(tx, inOrder(tree, placed(liveOf(tree), id, branch.id)));
  const ids = copies.map((copy) => copy.id);
  await recordRevisions(tx, arranger, ids, "duplicate");
  return code;
}

function liveOf({ sections }: Tree): string[] {
  return sections.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id);
}

/** Those that are there, then those that were removed: every one has a place of its own. */
function inOrder({ sections }: Tree, live: string[]): string[] {
  return [...live, ...sections.filter(({ isRemoved }) => isRemoved).map(({ id }) => id)];
}

function codesOf({ sections }: Tree): string[] {
  return sections.map(({ code }) => code);
}
