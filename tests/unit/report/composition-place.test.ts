import { expect, test } from "vitest";
import { labelOf } from "@/lib/report/composition/label/model";
import { addressOf, placeIn } from "@/lib/report/composition/place/model";
import type { EditableReport } from "@/lib/report/queries";

const words = { titleDa: "", titleEn: "", bodyDa: "", bodyEn: "" };
const report = {
  sections: [{ code: "society", kind: "text", blocks: [{ id: "b1", ...words }] }],
} as unknown as EditableReport;

test("an address asks for a block, its history, a section, its titles' history, something new, what was removed, or the title", () => {
  const at = (query: Record<string, string>) => placeIn(report, query)?.at ?? null;
  expect(at({ block: "b1" })).toBe("block");
  expect(at({ block: "b1", view: "history" })).toBe("history");
  expect(at({ section: "society" })).toBe("section");
  expect(at({ section: "society", view: "add" })).toBe("newBlock");
  expect(at({ section: "society", view: "history" })).toBe("titles");
  expect(at({ view: "add" })).toBe("newSection");
  expect(at({ view: "removed" })).toBe("removed");
  expect(at({})).toBe("report");
});

test("what the report does not have is no place", () => {
  expect([placeIn(report, { block: "b2" }), placeIn(report, { section: "ethics" })]).toEqual([null, null]);
  expect(placeIn(report, { section: "ethics", view: "add" })).toBeNull();
});

test("an address of nothing is the path", () => {
  expect([addressOf("/edit", {}), addressOf("/edit", { block: "b1" })]).toEqual(["/edit", "/edit?block=b1"]);
});

test("a block is called by its heading, else by its first words without marks, in the language or the other", () => {
  expect(labelOf({ ...words, titleDa: "Mål", bodyDa: "x" }, "da")).toBe("Mål");
  expect(labelOf({ ...words, bodyDa: "\n## **Vi** købte {{kpi:electricity}} strøm\nmere" }, "da")).toBe(
    "Vi købte … strøm",
  );
  expect(labelOf({ ...words, bodyEn: "- One" }, "da")).toBe("One");
  expect(labelOf(words, "en")).toBe("");
  const long = labelOf({ ...words, bodyDa: "ord ".repeat(40) }, "da");
  expect(long).toMatch(/^(ord )+…$/);
  expect(long.length).toBeLessThanOrEqual(62);
});
