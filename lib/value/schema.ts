import { z } from "zod";
import { compare, add, fraction, hundred } from "@/lib/number/fraction";
import { carriesFigure, longestWords } from "./model";

/** Most cells in one block: ten times the largest table anybody pastes. */
export const mostCells = 5_000;

/** Longest block, bytes: as many cells with a sentence each. */
export const mostBytes = 4_000_000;

const decimal = z.string().regex(/^-?\d{1,18}(\.\d{1,6})?$/);
const share = z.string().regex(/^\d{1,3}(\.\d{1,6})?$/);
// A character the database cannot hold, or half of one.
const words = z
  .string()
  .max(longestWords)
  .refine((text) => !text.includes("\0") && !/\p{Cs}/u.test(text));

/** One cell as the entry sheet sends it: what it shall say, and the version the person saw. */
export const cellSchema = z
  .strictObject({
    kpiId: z.uuid(),
    /** Where it is another year than the block's. */
    year: z.int().min(1990).max(2100).optional(),
    seen: z.int().min(0).max(2_000_000_000),
    status: z.enum(["reported", "estimated", "pending", "notMeasured", "discontinued", "notApplicable"]).nullable(),
    amount: decimal.nullable(),
    scale: z.int().min(0).max(6).nullable(),
    men: share.nullable(),
    women: share.nullable(),
    basis: words,
    comment: words,
    source: words,
  })
  // What the database enforces too; asked here so that one bad cell is an answer and not a failure.
  .refine(({ status, amount, men, women, scale }) => {
    if (!carriesFigure(status)) return amount === null && men === null && women === null && scale === null;
    if (scale === null || (men === null) !== (women === null) || (amount === null) === (men === null)) return false;
    return men === null || compare(add(fraction(men), fraction(women!)), hundred) === 0;
  });

/** A block of cells of one org unit, in one year but for those that name another. No cell may occur twice. */
export const saveCellsSchema = z
  .strictObject({
    orgUnitId: z.uuid(),
    year: z.int().min(1990).max(2100),
    cells: z.array(cellSchema).min(1).max(mostCells),
  })
  .refine(
    (block) =>
      new Set(block.cells.map(({ kpiId, year = block.year }) => `${kpiId} ${year}`)).size === block.cells.length,
  );
