/** Sheets of data entry with a server that says what a test has it say. */
import { beforeEach, vi } from "vitest";
import type { Answer, KeptDraft, Sent, SentAnswer } from "@/components/entry/sheet-state";
import { createSheet } from "@/components/entry/store";
import { emptyContent, type CellOutcome, type StoredCell } from "@/lib/value/model";

const rule = { valueKind: "number" as const, unitOfMeasure: "MWh", minimum: "0", maximum: null };

/** The cell of a KPI in the year of the sheet. */
export const at = (kpiId: string) => `${kpiId} 2024`;

/** What the server says when it has stored a block. */
export const saved = (block: Sent[]): Answer => ({
  outcomes: block.map(({ seen }): CellOutcome => ({
    outcome: "saved",
    version: seen + 1,
    at: "2025-01-15T09:42:07.000Z",
  })),
});

/** What somebody else has stored meanwhile. */
export const theirs: StoredCell = {
  ...emptyContent,
  status: "reported",
  amount: "7.29",
  scale: 2,
  version: 4,
  origin: "entered",
  isExample: false,
  by: "Controller",
  at: "2025-01-15T09:39:00.000Z",
};

/** What a page has sent and kept, and what the server will answer next; empty before each test, with a clock that stands still. */
export function sheetPage() {
  const page = {} as {
    blocks: Sent[][];
    answers: ((block: Sent[]) => Promise<Answer>)[];
    kept: Record<string, KeptDraft>;
    confirmed: SentAnswer[];
  };
  beforeEach(() => {
    vi.useFakeTimers();
    Object.assign(page, { blocks: [], answers: [], kept: {}, confirmed: [] });
    return () => vi.useRealTimers();
  });
  const make = () =>
    createSheet({
      cells: ["a", "b", "c"].map((kpiId) => ({ id: at(kpiId), cell: null, rule })),
      locale: "da",
      keep: (drafts) => (page.kept = drafts),
      confirm: async (all) => (
        page.confirmed.push(...all),
        { stored: all.map(() => ({ at: "2025-01-15T09:43:00.000Z" })) }
      ),
      send: (block) => (page.blocks.push(block), (page.answers.shift() ?? (async (all) => saved(all)))(block)),
    });
  const settle = () => vi.runOnlyPendingTimersAsync();
  return { page, make, settle };
}
