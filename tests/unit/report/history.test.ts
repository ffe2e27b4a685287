import fc from "fast-check";
import { expect, test } from "vitest";
import { sittings } from "@/lib/report/history/model";

const at = (minutes: number) => new Date(Date.UTC(2024, 0, 1, 12, minutes));
const made = (act: "save" | "move", minutes: number, by = "ida") => ({ act, at: at(minutes), by });

test("saves without a pause are one sitting; another person, act or a pause begins the next", () => {
  const revisions = [
    made("save", 40),
    made("save", 35),
    made("move", 34),
    made("save", 33),
    made("save", 20),
    made("save", 19, "bo"),
  ];
  expect(sittings(revisions).map((sitting) => sitting.length)).toEqual([2, 1, 1, 1, 1]);
});

test("nothing is lost or put in another order", () => {
  const revision = fc.tuple(
    fc.constantFrom("save" as const, "move" as const),
    fc.nat(59),
    fc.constantFrom("ida", "bo"),
  );
  fc.assert(
    fc.property(fc.array(revision), (list) => {
      const revisions = list.map(([act, minutes, by]) => made(act, minutes, by)).sort((a, b) => +b.at - +a.at);
      expect(sittings(revisions).flat()).toEqual(revisions);
      for (const sitting of sittings(revisions)) expect(new Set(sitting.map(({ by }) => by)).size).toBe(1);
    }),
  );
});
