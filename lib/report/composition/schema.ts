import { z } from "zod";
import { form, line } from "@/lib/access/form";
import { BlockKind } from "@/lib/database/generated/enums";
import { blockActs, sectionActs } from "./model";

/** `seen`: the version of the order its editor saw. */
const inReport = {
  org: z.string(),
  year: z.coerce.number().int().min(1900).max(2200),
  seen: z.coerce.number().int().min(1),
};
const code = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const titles = { titleDa: line(300, "composer.titleMissing"), titleEn: line(300, "composer.titleMissing") };

/** An act on a block; `version`: of the words that were seen; `section`: where it goes, `before` which block. */
export const blockActInput = form({
  ...inReport,
  blockId: z.uuid(),
  version: z.coerce.number().int().min(1).optional(),
  act: z.enum(blockActs),
  section: code.optional(),
  before: z.uuid().optional(),
});

/** An act on a section; `before`: the one it is placed before. */
export const sectionActInput = form({
  ...inReport,
  section: code,
  act: z.enum(sectionActs),
  before: code.optional(),
});

/** A new block of a kind, behind another of the section or at its end. */
export const addBlockInput = form({
  ...inReport,
  section: code,
  after: z.uuid().optional(),
  kind: z.enum(BlockKind),
});

/** A new chapter, behind another section or at the end. */
export const addSectionInput = form({ ...inReport, after: code.optional(), ...titles });

/** A section's titles. */
export const renameSectionInput = form({ ...inReport, section: code, ...titles });
