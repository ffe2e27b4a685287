import { expect, it } from "vitest";
import { figureTexts, isComplete } from "@/lib/import/job/model";
import { suggestPlan } from "@/lib/import/mapping/model";
import { recogniser } from "@/lib/import/recognition/model";
import { notationOf } from "@/lib/import/text/model";
import { catalogue, sheetOf } from "./shape";

function told(rows: Parameters<typeof sheetOf>[0]) {
  const looks = [sheetOf(rows)];
  const plan = suggestPlan({ fileName: "tal.xlsx", sheets: looks, catalogue, orgUnit: "org" }, null);
  const notation = notationOf(figureTexts(plan.sheets, looks));
  const isDone = isComplete(
    { ...plan, notation: notation ?? "da" },
    looks,
    recogniser(catalogue),
    notation !== null,
    () => [],
  );
  return { notation, isDone };
}

it("numbers of a workbook say nothing of how its texts are written: what can be read in two ways is asked", () => {
  const head = ["Nøgletal", "Enhed", 2024];
  expect(told([head, ["Varme", "MWh", 1101.5], ["Vand", "m3", "4.901"]])).toEqual({ notation: null, isDone: false });
  expect(told([head, ["Varme", "MWh", 1101.5], ["Vand", "m3", "4.901,5"]])).toEqual({ notation: "da", isDone: true });
  expect(told([head, ["Varme", "MWh", "1,101.5"], ["Vand", "m3", "4.901"]])).toEqual({ notation: "en", isDone: true });
  expect(told([head, ["Varme", "MWh", 1101.5], ["Vand", "m3", 4901]])).toEqual({ notation: null, isDone: true });
});

it("a number may still be a label", () => {
  const rows = [["Vand", 1301, 7] as const, ["Vand", 1302, 8] as const];
  const { sheets } = suggestPlan(
    {
      fileName: "tal.xlsx",
      sheets: [sheetOf([["Nøgletal", "Sted", 2024], ...rows.map((row) => [...row])])],
      catalogue: {
        ...catalogue,
        orgUnits: ["1301", "1302"].map((code) => ({ code, name: `Sted ${code}`, isRoot: false })),
      },
      orgUnit: null,
    },
    null,
  );
  expect(sheets[0]!.columns.map(({ role }) => role)).toEqual(["kpi", "orgUnit", "value"]);
});
