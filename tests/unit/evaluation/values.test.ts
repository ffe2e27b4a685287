import fc from "fast-check";
import { expect, it } from "vitest";
import { fieldMark, originLetters, packValues, rowMark, statusLetters } from "@/lib/evaluation/values/model";
import { noFigure } from "@/lib/evaluation/model";
import { compare, fraction } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";

type Status = keyof typeof statusLetters;
type Origin = keyof typeof originLetters;

const cell = fc.record({
  status: fc.constantFrom(...(Object.keys(statusLetters) as Status[])),
  origin: fc.constantFrom(...(Object.keys(originLetters) as Origin[])),
  isExample: fc.boolean(),
  scale: fc.option(fc.nat(6)),
  // numeric(24,6): up to 18 digits before the decimal sign, in millionths here.
  millionths: fc.option(fc.bigInt({ min: -(10n ** 24n) + 1n, max: 10n ** 24n - 1n })),
  texts: fc.option(
    fc.tuple(fc.string(), fc.string(), fc.string()).filter((texts) => !/[\x1e\x1f]/.test(texts.join(""))),
  ),
});

it("packed values are the values, whatever they are, and nothing where there is none", () => {
  fc.assert(
    fc.property(fc.array(fc.option(cell), { minLength: 1, maxLength: 20 }), (cells) => {
      const ids = cells.map((_, at) => `unit-${at}`);
      const rows = cells.flatMap((one, at) => {
        if (!one) return [];
        const { status, origin, isExample, scale, millionths, texts } = one;
        const code = `${statusLetters[status]}${originLetters[origin]}${String(isExample)[0]}${scale ?? ""}`;
        return [[ids[at], code, millionths ?? "", ...(texts ? ["", "", ...texts, ""] : [])].join(fieldMark)];
      });
      const values = packValues(rows.length > 0 ? [{ kpiId: "kpi", packed: rows.join(rowMark) }] : [], ids);
      expect(values.size).toBe(rows.length);
      for (const [at, one] of cells.entries()) {
        const stored = values.stored("kpi", ids[at]!);
        if (!one) {
          expect(stored).toBeNull();
          continue;
        }
        const { millionths, texts, ...plain } = one;
        const [basis = "", comment = "", source = ""] = texts ?? [];
        expect(stored).toMatchObject({ ...plain, basis, comment, source, covers: null });
        if (millionths === null) expect(stored!.quantity).toBeNull();
        else expect(measure(stored!.quantity!).n * 1_000_000n).toBe(millionths * measure(stored!.quantity!).d);
      }
      expect(values.stored("other", ids[0]!)).toBeNull();
      expect(values.stored("kpi", "stranger")).toBeNull();
    }),
  );
});

it("keeps splits and declared coverage", () => {
  const packed = ["a", "rdf1", "", "27.5", "72.5", "", "", "", "a b"].join(fieldMark);
  const { quantity, covers, ...rest } = packValues([{ kpiId: "k", packed }], ["a"]).stored("k", "a")!;
  expect(rest).toEqual(
    (({ quantity: _, covers: __, ...nothing }) => ({ ...nothing, status: "reported", origin: "derived", scale: 1 }))(
      noFigure,
    ),
  );
  expect([...covers!]).toEqual(["a", "b"]);
  expect(quantity?.kind === "split" && compare(quantity.men, fraction("27.5"))).toBe(0);
});

it("a column that is packed already is taken as it is, and counted", () => {
  const ids = ["a", "b"];
  const row = (id: string, amount: string) => [id, "ref0", amount].join(fieldMark);
  const first = packValues([{ kpiId: "k", packed: [row("a", "1000000"), row("b", "2000000")].join(rowMark) }], ids);
  const next = packValues(
    [
      { kpiId: "k", packed: "not read" },
      { kpiId: "other", packed: row("b", "3000000") },
    ],
    ids,
    (kpiId) => first.columns.get(kpiId),
  );
  expect(next.columns.get("k")).toBe(first.columns.get("k"));
  expect(next.size).toBe(3);
  expect(measure(next.stored("k", "b")!.quantity!)).toEqual(fraction("2"));
  expect(measure(next.stored("other", "b")!.quantity!)).toEqual(fraction("3"));
});
