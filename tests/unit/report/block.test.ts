import fc from "fast-check";
import { expect, test } from "vitest";
import { answersOf, blockRuns, goalsOf, isPrinted } from "@/lib/report/block/model";
import type { Block, ReportView } from "@/lib/report/model";
import { blockSettings } from "@/lib/report/schema";

const kinds = Object.keys(blockSettings) as Block["kind"][];
const made = (kind: Block["kind"], body = "words", settings: object = {}, id: string = kind): Block =>
  ({ id, kind, title: "", body, settings: blockSettings[kind].parse(settings) }) as Block;

test("every kind has settings of its own that hold without any, and refuse what they do not know", () => {
  for (const kind of kinds) {
    expect(blockSettings[kind].safeParse({}).success).toBe(true);
    expect(blockSettings[kind].safeParse({ script: "x" }).success).toBe(false);
  }
  expect(blockSettings.sdgs.safeParse({ goals: [18] }).success).toBe(false);
  expect(blockSettings.policy.safeParse({ address: "javascript:alert(1)" }).success).toBe(false);
  expect(blockSettings.policy.safeParse({ address: "https://example.org/policy" }).success).toBe(true);
});

test("a block without words is printed only when it shows something else", () => {
  const shown = kinds.filter((kind) => isPrinted(made(kind, " ")));
  expect(shown.toSorted()).toEqual(["chart", "comparison", "pageBreak", "sdgs"]);
  const pictureId = "b7d1a6b0-33c5-4d6f-8f35-0d2f4a7b9c11";
  expect(isPrinted(made("picture", "", { pictureId }))).toBe(true);
  expect(isPrinted(made("keyFacts", "", { kpis: ["scope1"] }))).toBe(true);
});

test("runs keep every printed block, once and in order, and never put more than two lists side by side", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 20 }), (drawn) => {
      const blocks = drawn.map((kind, index) => made(kind, "words", {}, `${kind}-${index}`));
      const runs = blockRuns(blocks);
      expect(runs.flatMap((run) => run.blocks.map(({ id }) => id))).toEqual(blocks.map(({ id }) => id));
      for (const { kind, blocks: run } of runs) {
        if (kind === "alone") expect(run).toHaveLength(1);
        if (kind === "lists") expect(run.length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test("an answer has two sides; a line without a bar, or with nothing behind it, is not answered yet", () => {
  expect(answersOf("Spare paper | 12 % less than 2022\nFewer flights\n- Train everybody |")).toEqual([
    { said: "Spare paper", did: "12 % less than 2022" },
    { said: "Fewer flights", did: null },
    { said: "Train everybody", did: null },
  ]);
});

test("goals: the chosen ones, else those of the chapter's pillar, else of every pillar, each once and ascending", () => {
  const strip = made("sdgs");
  const of = (pillarCode: string | null) =>
    ({
      report: { sections: [{ pillarCode, blocks: [strip] }] },
      view: {
        pillars: [
          { code: "society", sdgs: [4, 3] },
          { code: "producer", sdgs: [12, 3] },
        ],
      },
    }) as unknown as ReportView;
  expect(goalsOf([13, 5, 13], strip, of("society"))).toEqual([5, 13]);
  expect(goalsOf([], strip, of("society"))).toEqual([3, 4]);
  expect(goalsOf([], strip, of(null))).toEqual([3, 4, 12]);
});
