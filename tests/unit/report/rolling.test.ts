import { expect, test } from "vitest";
import { answersOf } from "@/lib/report/block/model";
import { rolledSections, type RollingBlock, type RollingSection } from "@/lib/report/rolling/model";

const block = (kind: RollingBlock["kind"], rest: Partial<RollingBlock> = {}): RollingBlock => ({
  ...{ kind, titleDa: "", titleEn: "", bodyDa: "", bodyEn: "", settings: {}, isHidden: false, mustRewrite: false },
  ...rest,
});
const section = (...blocks: RollingBlock[]): RollingSection => ({
  ...{ kind: "text", code: "c", titleDa: "Året 2023", titleEn: "The year 2023" },
  ...{ pillarId: null, appendixPart: null, isHidden: false, blocks },
});
const rolled = (...blocks: RollingBlock[]) => rolledSections([section(...blocks)], { from: 2023, to: 2024 })[0]!;

test("titles and texts move on, and what has words is to be rewritten", () => {
  const { titleDa, blocks } = rolled(
    block("text", { bodyDa: "I 2023 faldt det.", bodyEn: "In 2023 it fell." }),
    block("keyFacts", { settings: { kpis: ["fte"] } }),
    block("chart", { titleDa: "Strømmen faldt i 2023" }),
    block("highlights", { titleDa: "Højdepunkter 2023", bodyDa: "Ét" }),
  );
  expect(titleDa).toBe("Året 2024");
  expect(blocks.map(({ titleDa, bodyDa, mustRewrite }) => [titleDa, bodyDa, mustRewrite])).toEqual([
    ["", "I 2024 faldt det.", true],
    ["", "", false],
    ["Strømmen faldt i 2024", "", true],
    ["Højdepunkter 2024", "Ét", true],
  ]);
});

test("focus points become answers to be given, word for word, and make room for new ones; earlier answers go", () => {
  const { blocks } = rolled(
    block("answers", { bodyDa: "Gammelt | gjort" }),
    block("focusPoints", {
      titleDa: "Fokus 2024",
      bodyDa: "- Solceller i 2024\n85 | % sorteret",
      bodyEn: "Solar panels",
    }),
  );
  expect(blocks.map(({ kind, titleDa, mustRewrite }) => [kind, titleDa, mustRewrite])).toEqual([
    ["answers", "", true],
    ["focusPoints", "Fokus 2025", true],
  ]);
  expect(answersOf(blocks[0]!.bodyDa)).toEqual([
    { said: "Solceller i 2024", did: null },
    { said: "85 % sorteret", did: null },
  ]);
  expect([blocks[1]!.bodyDa, blocks[1]!.bodyEn]).toEqual(["", ""]);
});

test("without focus points nothing is to be answered", () => {
  expect(rolled(block("focusPoints")).blocks.map(({ kind }) => kind)).toEqual(["focusPoints"]);
});

test("hidden stays hidden", () => {
  expect(rolled(block("text", { isHidden: true, bodyDa: "x" })).blocks[0]).toMatchObject({ isHidden: true });
});
