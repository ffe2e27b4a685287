/** Figures of the Aleris demo: printed ones of the organisation, examples per hospital. */
import { COLLECTION_STARTS, type Authors, type Database, type Made } from "./aleris-made.ts";
import { recordValues, reviseValue, type ValueInput } from "./factory.ts";
import { baseSeries, collectedIndicators, contributed, exampleFigures, type Hospital } from "./aleris-hospitals.ts";
import { SCOPE2_CALCULATED_FROM, scope2Formulas, scope2Heat } from "./aleris-scope2.ts";
import { indicator, reference, type Indicator } from "./reference.ts";

/** Org units a printed figure covers, when it is not all. */
const coverage: Record<string, string[]> = {
  waste: ["København", "Aalborg", "Ringsted", "Esbjerg"],
  "waste-recycled-share": ["København", "Aalborg", "Ringsted", "Esbjerg"],
  "organic-share": ["København", "Esbjerg"],
};

const statuses = { pending: "pending", "not-reported": "notMeasured", discontinued: "discontinued" } as const;

/** Every figure in the name of who entered it, with estimates, and what has been settled since. */
export async function loadFigures(database: Database, made: Made, authors: Authors): Promise<void> {
  const actorId = authors.controller;
  const idOf = (code: string) => made.kpis.get(code)!;
  const covers = (code: string) => (coverage[code] ?? []).map((name) => made.hospitals.get(name)!);
  for (const year of reference.years) {
    const printed = reference.indicators
      .filter((row) => !row.calculation && !(row.code in scope2Formulas && year >= SCOPE2_CALCULATED_FROM))
      .map((row) => ({
        kpiId: idOf(row.code),
        orgUnitId: made.rootId,
        year,
        ...printedCell(row, year, covers(row.code)),
      }));
    const base = reference.base.map((row): ValueInput => ({
      kpiId: idOf(row.code),
      orgUnitId: made.rootId,
      year,
      figure: row.values[year]!,
      origin: row.origin[year] === "derived" ? "derived" : "entered",
      basis:
        row.origin[year] === "derived"
          ? "Regnet tilbage fra de trykte intensiteter. | Calculated back from the printed intensities."
          : "",
    }));
    await recordValues(database, made.organisationId, { actorId, at: new Date(`${year + 1}-03-05T09:20:00Z`) }, [
      ...printed,
      ...base,
      ...(year === 2023 ? [estimatedHeat(idOf(scope2Heat), made.rootId)] : []),
    ]);
  }
  const series = [...collectedIndicators, ...baseSeries].flatMap((one) =>
    exampleFigures(one).map((figure) => ({ code: one.code, ...figure })),
  );
  const examplesOf = (year: number, authorOf: (hospital: Hospital) => string, author: string) =>
    series
      .filter((row) => row.year === year && authorOf(row.hospital) === author)
      .map((row): ValueInput => ({
        kpiId: idOf(row.code),
        orgUnitId: made.hospitals.get(row.hospital)!,
        year,
        figure: row.figure,
        isExample: true,
        ...estimateOf(row),
      }));
  const authorOf = (hospital: Hospital) =>
    contributed.includes(hospital) ? authors.contributor : authors.administrator;
  const record = (year: number, author: string, values: ValueInput[]) =>
    recordValues(
      database,
      made.organisationId,
      { actorId: author, at: new Date(`${year + 1}-01-28T12:15:00Z`) },
      values,
    );
  await record(
    2023,
    actorId,
    examplesOf(2023, () => actorId, actorId),
  );
  for (const author of [authors.contributor, authors.administrator])
    await record(COLLECTION_STARTS, author, examplesOf(COLLECTION_STARTS, authorOf, author));
  await record(COLLECTION_STARTS, actorId, [
    pendingHeat(idOf("heating"), made.hospitals.get("Aleris PP")!),
    payrollFte(idOf("fte"), made.rootId),
  ]);
  const settled = series.find(
    (row) => row.code === "heating" && row.hospital === "Ringsted" && row.year === COLLECTION_STARTS,
  )!;
  await reviseValue(
    database,
    made.organisationId,
    { actorId: authors.administrator, at: new Date(`${COLLECTION_STARTS + 1}-02-10T08:40:00Z`) },
    {
      kpiId: idOf("heating"),
      orgUnitId: made.hospitals.get("Ringsted")!,
      year: COLLECTION_STARTS,
      figure: settled.figure,
      isExample: true,
    },
  );
}

const estimatedHeat = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: 2023,
  status: "estimated",
  figure: indicator("heating").values[2022] as string,
  basis: "Varmen er forbruget i 2022. | The heat is the consumption of 2022.",
});

/** Heat of 2024 that was first estimated by the year before: Ringsted's has been settled since, the laboratory's has not. */
function estimateOf({ code, hospital, year }: { code: string; hospital: Hospital; year: number }): Partial<ValueInput> {
  if (code !== "heating" || year !== COLLECTION_STARTS || (hospital !== "Ringsted" && hospital !== "IN-LAB")) return {};
  const heat = collectedIndicators.find((one) => one.code === "heating")!;
  const before = exampleFigures(heat).find((row) => row.hospital === hospital && row.year === year - 1)!;
  return {
    status: "estimated",
    figure: before.figure,
    basis: `Eksempel: forbruget i ${year - 1}. | Example: the consumption of ${year - 1}.`,
  };
}

/** The organisation's own figure beside the sum of the hospitals, one of which has not delivered. */
const payrollFte = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: COLLECTION_STARTS,
  figure: "781",
  isExample: true,
  source: "Eksempel: lønsystemet | Example: the payroll system",
});

const pendingHeat = (kpiId: string, orgUnitId: string): ValueInput => ({
  kpiId,
  orgUnitId,
  year: COLLECTION_STARTS,
  status: "pending",
  isExample: true,
  basis: "Eksempel: årsopgørelsen ventes 28.02.2025. | Example: the yearly statement is expected on 28.02.2025.",
});

const notStated =
  "Forsyningens årsopgørelse var ikke kommet ved udgivelsen. | The utility's yearly statement had not come when the report was published.";

function printedCell(row: Indicator, year: number, covers: string[]): Partial<ValueInput> {
  const printed = row.values[year]!;
  const status = typeof printed === "string" ? statuses[printed as keyof typeof statuses] : undefined;
  if (status) return { status, basis: status === "pending" ? notStated : "" };
  if (row.estimated?.includes(String(year)))
    return {
      status: "estimated",
      figure: printed,
      covers,
      basis: `Varmen er forbruget i ${year - 1}. | The heat is the consumption of ${year - 1}.`,
    };
  return { figure: printed, covers };
}
