import { expect, test } from "vitest";
import { newlyCovered, partlyCovered } from "@/lib/report/coverage/model";
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
  const same = kpi("same", { figures: [covering(2022, "1", "B", "A"), covering(2023, "2", "A", "B")] });
  const moved = kpi("moved", { figures: [covering(2022, "1", "A"), covering(2023, "2", "B")] });
  const fewer = kpi("fewer", { figures: [figure(2022, "3"), covering(2023, "2", "A")] });
  expect(newlyCovered([same, moved, fewer]).map(({ kpi: { code } }) => code)).toEqual(["moved", "fewer"]);
});
