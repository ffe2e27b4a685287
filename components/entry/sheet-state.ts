import type { CellId, Column, DraftCell, Snapshot } from "@/lib/value/draft/model";
import type { CellContent, CellOutcome } from "@/lib/value/model";
import type { Confirmable } from "@/lib/value/question/model";
import type { Connection } from "@/lib/value/saving/model";

/** What the sheet shows; a new object with every change. */
export type SheetState = {
  cells: Record<CellId, DraftCell>;
  connection: Connection;
  savedAt: string | null;
  restored: number;
};

/** One edit of a cell, as it was typed or pasted. */
export type Edit = { id: CellId; column: Column; text: string };

/** What was done to one cell in one step. */
export type Change = { id: CellId; before: Snapshot; after: Snapshot };

/** What a cell looks like to the server. */
export type Sent = CellContent & { kpiId: string; year: number; seen: number };

/** An answer to a question, as the server gets it. */
export type SentAnswer = { kpiId: string; year: number; version: number; code: Confirmable; comment: string };

/** Why there is no answer from the server. */
export type Failed = { failed: "retrying" | "signedOut" | "denied" };

/** The server's answer to a block, in its order; or why there is none. */
export type Answer = { outcomes: CellOutcome[] } | Failed;

/** What is kept in the browser of a cell that is not stored. */
export type KeptDraft = Pick<DraftCell, "version" | "want" | "refused" | "answer"> & { order: number };
