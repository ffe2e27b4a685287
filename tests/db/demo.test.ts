import { beforeAll, describe, expect, it } from "vitest";
import type { KpiYear, YearView } from "@/lib/figure/model";
import { figuresOf } from "@/lib/evaluation/queries";
import { getOpenDiscussions } from "@/lib/discussion/queries";
import { remarkIn } from "@/lib/language/model";
import { divide, fraction, multiply, round, subtract } from "@/lib/number/fraction";
import { measure } from "@/lib/quantity/model";
import { reference } from "@/prisma/demo/reference";
import { demoWorld, kpiOf } from "./demo-world";

const { demo, yearOf } = demoWorld();
let view: YearView;
beforeAll(async () => void (view = await yearOf(2023, "da")));

const tally = (of: (row: KpiYear) => string) =>
  view.kpis.map(of).reduce<Record<string, number>>((counts, key) => ({ ...counts, [key]: (counts[key] ?? 0) + 1 }), {});

describe("the demo's published years", () => {
  it("keep what each report showed: its own year and up to four before", async () => {
    const kept = await demo.database.publishedFigure.findMany({
      where: { kpi: { organisation: { slug: "aleris" } } },
      include: { kpi: { select: { code: true, purpose: true } } },
    });
    const reports = [...new Set(kept.map(({ reportYear }) => reportYear))].sort();
    expect(reports).toEqual(view.allYears.filter(({ state }) => state === "published").map(({ year }) => year));
    const latest = kept.filter(({ reportYear, kpi: { purpose } }) => reportYear === 2023 && purpose === "indicator");
    const asPublished = latest.map(({ kpi: { code }, year, ...one }) => [
      code,
      year,
      one.amount?.toFixed(one.decimals) ?? (one.men && `${one.men.toFixed()}/${one.women!.toFixed()}`) ?? one.status,
    ]);
    const shown = view.kpis.flatMap((row) =>
      row.figures.map(({ year, amount, split, status }) => [
        row.code,
        year,
        amount ?? (split && `${split.men}/${split.women}`) ?? status,
      ]),
    );
    expect(asPublished.sort()).toEqual(shown.sort());
  });
});

describe("the demo's figures", () => {
  it("are the reference's 215 cells, digit for digit", () => {
    const statuses: Record<string, string> = {
      pending: "pending",
      "not-reported": "notMeasured",
      discontinued: "discontinued",
    };
    const expected = reference.indicators.flatMap((row) =>
      reference.years.map((year) => {
        const cell = row.values[year]!;
        return [row.code, year, typeof cell === "string" && statuses[cell] ? statuses[cell] : cell];
      }),
    );
    const shown = view.kpis.flatMap((row) =>
      row.figures.map((figure) => [row.code, figure.year, figure.amount ?? figure.split ?? figure.status]),
    );
    expect(shown).toEqual(expected);
    expect([
      shown.length,
      view.kpis.flatMap((row) => row.figures).filter((figure) => figure.amount ?? figure.split).length,
    ]).toEqual([215, 195]);
  });

  it("are estimated where the reference says so, and derived where revenue is", () => {
    const estimated = view.kpis.flatMap((row) =>
      row.figures.filter((figure) => figure.status === "estimated").map((figure) => `${row.code} ${figure.year}`),
    );
    expect(estimated).toEqual(
      reference.indicators.flatMap((row) => (row.estimated ?? []).map((year) => `${row.code} ${year}`)),
    );
    expect(view.base.find((row) => row.code === "revenue")!.figures.map((figure) => figure.origin)).toEqual([
      "derived",
      "derived",
      "derived",
      "derived",
      "entered",
    ]);
  });

  it("calculate the 28 intensities and scope 2 of two years, and store none", async () => {
    const calculated = view.kpis
      .flatMap((row) => row.figures)
      .filter((figure) => figure.origin === "calculated" && figure.amount);
    expect(calculated).toHaveLength(28 + 4);
    const intensities = await demo.database.kpi.findMany({ where: { code: { endsWith: "-intensity" } } });
    expect(intensities.length).toBeGreaterThan(0);
    expect(await demo.database.yearlyValue.count({ where: { kpiId: { in: intensities.map(({ id }) => id) } } })).toBe(
      0,
    );
  });

  it("rebuild scope 2 by both methods from electricity, heat and factors that say they were worked out backwards", async () => {
    const { evaluate, tree } = await figuresOf(demo.aleris, "1", 2023);
    const { rootId } = tree(2023);
    for (const [method, printed] of Object.entries({ location: ["652", "719"], market: ["1540", "1707"] })) {
      for (const [at, year] of [2022, 2023].entries()) {
        const figure = evaluate(`scope2-${method}`, rootId, year);
        expect(round(measure(figure.quantity!), 2)).toBe(`${printed[at]}.00`);
        expect(figure).toMatchObject({
          status: year === 2023 ? "estimated" : "reported",
          basis: year === 2023 ? "Varmen er forbruget i 2022. | The heat is the consumption of 2022." : "",
          isExample: false,
          inputs: ["electricity", "scope2-heat"],
          factors: [
            { code: `electricity-${method}`, validFromYear: year, isPinned: true, isBackCalculated: true },
            { code: "district-heating", validFromYear: 2022, isPinned: true, isBackCalculated: true },
          ],
        });
      }
    }
    expect(evaluate("scope2-heat", rootId, 2022)).toMatchObject({ origin: "calculated", inputs: ["heating"] });
    const kpis = await demo.database.kpi.findMany({ where: { code: { in: ["scope2-location", "scope2-market"] } } });
    const stored = { kpiId: { in: kpis.map(({ id }) => id) }, year: { gte: 2022 } };
    expect([kpis.length, await demo.database.yearlyValue.count({ where: stored })]).toEqual([2, 0]);
  });

  it("let the electricity factor rise by about 5 % location-based and 3 % market-based", async () => {
    const { facts } = await figuresOf(demo.aleris, "1", 2023);
    const rise = (code: string) => {
      const [before, now] = [2022, 2023].map((year) => fraction(facts.factorOf(code, year)!.value));
      return round(multiply(divide(subtract(now!, before!), before!)!, fraction("100")), 0);
    };
    expect([rise("electricity-location"), rise("electricity-market"), rise("district-heating")]).toEqual([
      "5",
      "3",
      "0",
    ]);
  });

  it("are judged as the closed list of states says", () => {
    expect(tally((row) => row.target.state)).toEqual({
      alreadyMet: 15,
      behind: 12,
      baseline: 4,
      noData: 3,
      noTarget: 9,
    });
    const behind = view.kpis.filter((row) => row.target.state === "behind").map((row) => row.code);
    expect(behind.sort()).toEqual([
      "bullying",
      "education-contribution",
      "equal-opportunity",
      "gender-executive",
      "gender-middle",
      "gender-senior",
      "harassment",
      "injuries",
      "organic-share",
      "sick-leave-short",
      "waste-recycled-share",
      "whistleblower-awareness",
    ]);
  });

  it("are compared with 2022", () => {
    expect(tally((row) => (row.change.comparable ? row.change.judgement : "notComparable"))).toEqual({
      better: 12,
      worse: 17,
      unchanged: 7,
      notComparable: 6,
      neutral: 1,
    });
    const relative = (code: string) => ({ ...kpiOf(view, code).change }) as { relative?: string };
    expect(
      ["scope2-location", "scope2-market", "scope2-location-intensity", "scope2-market-intensity", "electricity"].map(
        (code) => relative(code).relative,
      ),
    ).toEqual(["10", "11", "4", "5", "9"]);
    expect(kpiOf(view, "cnps").change).toMatchObject({ comparable: false, why: "newSeries" });
    expect(kpiOf(view, "mnps").change).toEqual({ comparable: false, why: "seriesEnded" });
  });

  it("carry their declared coverage", () => {
    expect(kpiOf(view, "waste").figures.at(-1)!.coverage).toEqual({
      covered: ["København", "Aalborg", "Ringsted", "Esbjerg"],
      of: 8,
    });
    const textOf = (code: string) =>
      kpiOf(view, code).footnotes.map((note) => view.footnotes.find((footnote) => footnote.code === note)!.text);
    expect(textOf("waste")).toEqual(["Dækker kun København, Aalborg, Ringsted og Esbjerg."]);
    expect(textOf("waste-recycled-share")).toEqual(textOf("waste"));
    expect(textOf("organic-share")).toEqual(["Dækker kun København og Esbjerg."]);
    // Nobody wrote them.
    expect(view.footnotes.filter(({ code }) => code.startsWith("coverage:"))).toHaveLength(2);
    expect(kpiOf(view, "organic-share").figures.at(-1)!.coverage?.covered).toEqual(["København", "Esbjerg"]);
    expect(kpiOf(view, "electricity").figures.at(-1)!.coverage).toBeNull();
  });
});

it("says what its people wrote to each other in both languages", async () => {
  const rows = await demo.database.$queryRaw<{ said: string }[]>`
    SELECT said FROM (
      SELECT unnest(ARRAY[basis, comment, source]) AS said FROM "ValueRevision"
      UNION SELECT comment FROM "ValueVerdict" UNION SELECT text FROM "DiscussionEntry" UNION SELECT note FROM "Evidence"
      UNION SELECT message FROM "Request" UNION SELECT text FROM "AssuranceEntry"
    ) everything WHERE said <> ''`;
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.filter(({ said }) => remarkIn(said, "da") === remarkIn(said, "en"))).toEqual([]);
  for (const [locale, said] of [
    ["da", /^Er ladestanderne [^|]*$/],
    ["en", /^Are the charging points [^|]*$/],
  ] as const) {
    const open = await getOpenDiscussions(demo.aleris, 2024, null, locale, 20);
    expect(open.map(({ text }) => text)).toEqual([expect.stringMatching(said)]);
  }
});
