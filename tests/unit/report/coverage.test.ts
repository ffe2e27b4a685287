import { expect, test } from "vitest";
import { partlyCovered, unlikeYears } from "@/lib/report/coverage/model";
import { change } from "../../factories/year-view";
import { figure, kpi } from "./fixture";

const covering = (year: number, amount: string | null, ...covered: string[]) =>
  figure(year, amount, { coverage: { covered, of: 3 } });

test("a figure that leaves out org units is told of; one that is not there is not", () => {
  const kpis = [
    kpi("all", { figures: [covering(2023, "1", "A", "B", "C")] }),
    kpi("one", { figures: [covering(2023, "1", "A")] }),
    kpi("two", { figures: [covering(2023, "1", "A", "B")] }),
    kpi("none", { figures: [covering(2023, null, "A")] }),
    kpi("unknown"),
  ];
  expect(partlyCovered(kpis).map(({ kpi: { code }, covered, of }) => [code, covered, of])).toEqual([
    ["two", 2, 3],
    ["one", 1, 3],
  ]);
});

test("only a coverage that changed makes two years unlike, whatever the order of its names", () => {
  const changed = { comparable: false, why: "coverageChanged" } as const;
  const of = (...figures: ReturnType<typeof covering>[]) => unlikeYears({ figures, change: changed });
  expect(of(covering(2022, "1", "B", "A"), covering(2023, "2", "A", "B"))).toEqual([]);
  expect(of(covering(2021, "1", "A"), covering(2022, "1", "B"), covering(2023, "2", "B"))).toEqual([2022]);
  expect(of(figure(2022, "3"), covering(2023, "2", "A"))).toEqual([2023]);
  // Everybody is everybody, named or not; a year without a figure covers nobody.
  expect(of(figure(2022, "3"), covering(2023, "2", "A", "B", "C"))).toEqual([]);
  expect(of(covering(2022, null, "A"), covering(2023, "2", "B"))).toEqual([]);
});

test("a change that is stated between the last two years says that they cover the same", () => {
  const figures = [covering(2022, "1", "A"), covering(2023, "2", "A, renamed")];
  expect(unlikeYears({ figures, change: change("worse", "100") })).toEqual([]);
});
