import fc from "fast-check";
import { expect, test } from "vitest";
import { movedSettings, movedYears } from "@/lib/report/rolling/year/model";

const move = { from: 2023, to: 2024 };

test.each([
  ["CSR-rapport 2023", "CSR-rapport 2024"],
  ["Fokus 2024", "Fokus 2025"],
  ["Højdepunkter 2023.", "Højdepunkter 2024."],
  ["fra 2022 til 2023", "fra 2023 til 2024"],
  ["pr. 31.12.2023", "pr. 31.12.2024"],
  ["31. december 2023, kl. 12", "31. december 2024, kl. 12"],
  ["2019–2023", "2019–2024"],
  ["2019-2023", "2019-2024"],
  ["2022-2023", "2023-2024"],
  ["(2023)", "(2024)"],
  ["**2023**", "**2024**"],
  ["{{kpi:scope1 2022}} i 2022, {{kpi:scope1}} i 2023", "{{kpi:scope1 2023}} i 2023, {{kpi:scope1}} i 2024"],
  ["{{kpi:electricity rise since 2019}}", "{{kpi:electricity rise since 2019}}"],
  ["{{kpi:electricity rise since 2022 bare}}", "{{kpi:electricity rise since 2023 bare}}"],
])("%s → %s", (text, moved) => expect(movedYears(text, move)).toBe(moved));

test.each([
  "siden 2019, mål for 2030",
  "12023 og 20231",
  "2023,5 tons",
  "1.2023",
  "ISO-2023, A2023, 2023a",
  "2023/24",
  "https://example.dk/2023/rapport",
  "[rapporten](#section-2023)",
  "{{kpi:scope-2023}} og {{kpi:enps year-1}}",
  "lov-2023-12",
])("%s stays", (text) => expect(movedYears(text, move)).toBe(text));

const word = fc.oneof(
  fc.integer({ min: 1990, max: 2060 }).map(String),
  fc.constantFrom(
    "i",
    "fra",
    "31.12.",
    "–",
    "-",
    ",",
    ".",
    "{{kpi:scope1}}",
    "{{kpi:scope1 2021}}",
    "(",
    ")",
    "\n",
    "1,5",
  ),
);
const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(" "));

test("only years that are the report's or next to it move, each by as much, and nothing else changes", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 2000, max: 2040 }), fc.integer({ min: 1, max: 3 }), (before, from, by) => {
      const after = movedYears(before, { from, to: from + by });
      const years = (of: string) => (of.match(/(?<!\d)\d{4}(?!\d)/g) ?? []).map(Number);
      const blank = (of: string) => of.replaceAll(/(?<!\d)\d{4}(?!\d)/g, "year");
      expect(blank(after)).toBe(blank(before));
      expect(years(after)).toEqual(years(before).map((year) => (Math.abs(year - from) <= 1 ? year + by : year)));
    }),
  );
});

test("settings move in their years and titles only", () => {
  const settings = {
    panels: [{ kpis: ["scope-2023"], titleDa: "Strøm 2023" }],
    fromYear: 2022,
    axisTo: 2023,
    since: 2023,
  };
  expect(movedSettings(settings, move)).toEqual({
    panels: [{ kpis: ["scope-2023"], titleDa: "Strøm 2024" }],
    fromYear: 2023,
    axisTo: 2023,
    since: 2023,
  });
});
