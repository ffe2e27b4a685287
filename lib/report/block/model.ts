import type { Block, ReportView } from "@/lib/report/model";
import { itemsOf } from "@/lib/report/narrative/model";

/** What was said last year, and what was done; null: it is not answered yet. */
export type Answer = { said: string; did: string | null };

/** Blocks that are drawn together: lists side by side, drawings in one column, policies under each other. */
export type BlockRun = { kind: "lists" | "drawings" | "policies" | "alone"; blocks: [Block, ...Block[]] };

const together: Partial<Record<Block["kind"], { kind: Exclude<BlockRun["kind"], "alone">; most: number }>> = {
  risks: { kind: "lists", most: 2 },
  focusPoints: { kind: "lists", most: 2 },
  chart: { kind: "drawings", most: Infinity },
  comparison: { kind: "drawings", most: Infinity },
  policy: { kind: "policies", most: Infinity },
};

/** What waits for its words is not printed; what is drawn from figures, goals or a picture has something to show without any. */
export function isPrinted({ kind, body, settings }: Block): boolean {
  if (kind === "chart" || kind === "comparison" || kind === "sdgs" || kind === "pageBreak") return true;
  if ("pictureId" in settings && settings.pictureId !== null) return true;
  return body.trim() !== "" || ("kpis" in settings && settings.kpis.length > 0);
}

/** The blocks that are printed, in order, those that belong together in one run. */
export function blockRuns(blocks: Block[]): BlockRun[] {
  const runs: BlockRun[] = [];
  for (const block of blocks.filter(isPrinted)) {
    const rule = together[block.kind];
    const last = runs.at(-1);
    if (rule && last?.kind === rule.kind && last.blocks.length < rule.most) last.blocks.push(block);
    else runs.push({ kind: rule?.kind ?? "alone", blocks: [block] });
  }
  return runs;
}

/** The answers of a block, one a line: "what we said | what we did". */
export function answersOf(body: string): Answer[] {
  return itemsOf(body).map(({ figure, text }) =>
    figure === null ? { said: text, did: null } : { said: figure, did: text === "" ? null : text },
  );
}

/** The goals a strip shows, ascending: the chosen ones, else those of the chapter's pillar, else of all pillars. */
export function goalsOf(chosen: readonly number[], block: Pick<Block, "id">, of: ReportView): number[] {
  if (chosen.length > 0) return [...new Set(chosen)].sort((a, b) => a - b);
  const section = of.report.sections.find(({ blocks }) => blocks.some(({ id }) => id === block.id));
  const own = of.view.pillars.filter(({ code }) => code === section?.pillarCode);
  const goals = (own.length > 0 ? own : of.view.pillars).flatMap(({ sdgs }) => sdgs);
  return [...new Set(goals)].sort((a, b) => a - b);
}
