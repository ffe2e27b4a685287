import { expect, test } from "vitest";
import { appendixOf } from "@/lib/report/appendix/model";
import { assembleReport, commonTargetYear } from "@/lib/report/model";
import type { TargetView } from "@/lib/figure/model";
import { figure, kpi, yearView } from "./fixture";

const target = (rest: Partial<TargetView>): TargetView => ({
  year: 2024,
  kind: "atLeast",
  amount: "20",
  scale: 0,
  men: null,
  women: null,
  baselineYear: null,
  printsUnit: false,
  note: "",
  limit: "20",
  ...rest,
});
const footnotes = [
  { code: "a-note", text: "First text." },
  { code: "b-note", text: "Second text." },
];

test("rows are numbered per part, whatever order the parts come in", () => {
  const { tables, numberOf } = appendixOf(
    yearView([
      kpi("one"),
      kpi("board", { appendixPart: "governance" }),
      kpi("two"),
      kpi("staff", { appendixPart: "social" }),
      kpi("hidden", { appendixPart: null }),
    ]),
  );
  expect(numberOf).toEqual({ one: "E1", two: "E2", staff: "S1", board: "G1" });
  expect(tables.map(({ letter }) => letter)).toEqual(["E", "S", "G"]);
});

test("notes are numbered in the order of their first mark through the whole report; targets' remarks are lettered", () => {
  const { tables, notes } = appendixOf(
    yearView(
      [
        kpi("one", { footnotes: ["b-note"] }),
        kpi("two", {
          footnotes: ["a-note", "b-note"],
          target: { state: "behind", target: target({ note: "Stated twice." }), rule: null },
        }),
        kpi("staff", { appendixPart: "social", footnotes: ["a-note", "unknown"] }),
      ],
      { footnotes },
    ),
  );
  expect(tables[0]!.groups[0]!.rows.map(({ marks, targetMark }) => [marks, targetMark])).toEqual([
    [["1"], null],
    [["2", "1"], "a"],
  ]);
  expect(tables[0]!.notes).toEqual([
    { mark: "1", text: "Second text." },
    { mark: "2", text: "First text." },
    { mark: "a", text: "Stated twice." },
  ]);
  // A later table prints an earlier note again; a code without a text is not marked.
  expect(tables[1]!.notes).toEqual([{ mark: "2", text: "First text." }]);
  expect(notes.map(({ mark }) => mark)).toEqual(["1", "2", "a"]);
});

test("headings stand only where a part has several groups; years run newest first", () => {
  const [single] = appendixOf(yearView([kpi("one")])).tables;
  expect(single!.groups.map(({ heading }) => heading)).toEqual([null]);
  expect(single!.years).toEqual([2023, 2022]);
  expect(single!.groups[0]!.rows[0]!.figures.map(({ year }) => year)).toEqual([2023, 2022]);
  const [several] = appendixOf(
    yearView([kpi("one", { table: "A" }), kpi("two", { table: "B" }), kpi("three", { table: "A" })]),
  ).tables;
  expect(several!.groups.map(({ heading, rows }) => [heading, rows.map(({ number }) => number)])).toEqual([
    ["A", ["E1", "E3"]],
    ["B", ["E2"]],
  ]);
});

test("the cover counts KPIs on target against the year most targets are for", () => {
  const met = { state: "alreadyMet", target: target({}), rule: null } as const;
  const kpis = [
    kpi("one", { target: met }),
    kpi("two", { target: met }),
    kpi("three", { target: { state: "behind", target: target({ year: 2030 }), rule: null } }),
    kpi("four"),
  ];
  expect(commonTargetYear(kpis)).toBe(2024);
  const report = { year: 2023, title: "Report", subtitle: "", sections: [] };
  const { headline, tally, pillars } = assembleReport(report, yearView(kpis));
  expect(headline).toEqual({ reached: 2, of: 4, targetYear: 2024, liesAhead: true });
  expect(tally).toEqual([
    { state: "alreadyMet", count: 2 },
    { state: "behind", count: 1 },
    { state: "noTarget", count: 1 },
  ]);
  expect(pillars[0]!.states).toEqual(["alreadyMet", "alreadyMet", "behind", "noTarget"]);
  expect(assembleReport(report, yearView([kpi("one", { figures: [figure(2023, null)] })])).headline).toBeNull();
});
