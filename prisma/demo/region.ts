/** Region Midtjylland: its eleven org units and four tracks, with example KPIs and figures of our own making, marked as such. */
import { z } from "zod";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import facts from "../facts/region-midtjylland-agreements.json" with { type: "json" };
import { allocate, grow } from "./allocation.ts";
import {
  createKpi,
  createOrganisation,
  createOrgUnits,
  createPeriods,
  recordValues,
  type KpiVersionInput,
  type ValueInput,
} from "./factory.ts";

const region = z
  .object({
    organisation: z.object({ name: z.string() }),
    units: z.array(z.string()),
    tracks: z.array(z.object({ code: z.string(), name: z.object({ da: z.string(), en: z.string() }) })),
  })
  .parse(facts);

const tracks: Record<string, { colour: string; sdgs: number[] }> = {
  "circular-economy": { colour: "producer", sdgs: [12] },
  utilities: { colour: "society", sdgs: [7, 13] },
  transport: { colour: "employer", sdgs: [11, 13] },
  social: { colour: "ethics", sdgs: [8, 10] },
};

type Series = {
  code: string;
  track: string;
  unitOfMeasure: string;
  direction: "higher" | "lower";
  whole: string;
  nameDa: string;
  nameEn: string;
  definitionDa: string;
  definitionEn: string;
  target?: { kind: "reduction" | "atLeast"; amount: string };
};

const series: Series[] = [
  {
    code: "residual-waste",
    track: "circular-economy",
    unitOfMeasure: "t",
    direction: "lower",
    whole: "4820",
    nameDa: "Restaffald",
    nameEn: "Residual waste",
    definitionDa: "Affald, der ikke bliver sorteret til genanvendelse, vejet af affaldsselskabet.",
    definitionEn: "Waste that is not sorted for recycling, weighed by the waste company.",
    target: { kind: "reduction", amount: "20" },
  },
  {
    code: "recycled-waste",
    track: "circular-economy",
    unitOfMeasure: "t",
    direction: "higher",
    whole: "3110",
    nameDa: "Affald til genanvendelse",
    nameEn: "Waste for recycling",
    definitionDa: "Pap, plast, glas, metal og organisk affald, der bliver genanvendt.",
    definitionEn: "Cardboard, plastic, glass, metal and organic waste that is recycled.",
  },
  {
    code: "electricity",
    track: "utilities",
    unitOfMeasure: "MWh",
    direction: "lower",
    whole: "148200",
    nameDa: "Strøm",
    nameEn: "Electricity",
    definitionDa: "Købt strøm i året, aflæst på hovedmålerne.",
    definitionEn: "Electricity purchased in the year, read at the main meters.",
    target: { kind: "reduction", amount: "10" },
  },
  {
    code: "heating",
    track: "utilities",
    unitOfMeasure: "MWh",
    direction: "lower",
    whole: "121400",
    nameDa: "Varme",
    nameEn: "Heating",
    definitionDa: "Købt fjernvarme i året efter forsyningens årsopgørelse.",
    definitionEn: "District heating purchased in the year by the utility’s yearly statement.",
  },
  {
    code: "water",
    track: "utilities",
    unitOfMeasure: "m³",
    direction: "lower",
    whole: "612000",
    nameDa: "Vand",
    nameEn: "Water",
    definitionDa: "Koldt vand købt i året, aflæst på hovedmålerne.",
    definitionEn: "Cold water purchased in the year, read at the main meters.",
  },
  {
    code: "business-kilometres",
    track: "transport",
    unitOfMeasure: "km",
    direction: "lower",
    whole: "5240000",
    nameDa: "Kørte kilometer i tjenesten",
    nameEn: "Business kilometres driven",
    definitionDa: "Kilometer i egen bil og regionens biler, som regionen har betalt for.",
    definitionEn: "Kilometres in own cars and the region’s cars that the region has paid for.",
  },
  {
    code: "work-trials",
    track: "social",
    unitOfMeasure: "count",
    direction: "higher",
    whole: "640",
    nameDa: "Praktik og arbejdsprøvning",
    nameEn: "Internships and work trials",
    definitionDa: "Mennesker i praktik eller arbejdsprøvning i løbet af året.",
    definitionEn: "People in an internship or work trial during the year.",
    target: { kind: "atLeast", amount: "700" },
  },
];

const weights = [260, 150, 130, 90, 110, 100, 60, 25, 35, 20, 70];
const percentOf: Record<number, number> = { 2023: 100, 2024: 96 };

/** Loads the organisation with example figures for 2023, and for 2024 where most org units have delivered. */
export async function loadRegion(
  database: PrismaClient | Prisma.TransactionClient,
  actorId: string,
): Promise<{ organisationId: string; orgUnits: Map<string, string> }> {
  const { id: organisationId } = await createOrganisation(database, {
    slug: "region-midtjylland",
    name: region.organisation.name,
    nameEn: "Central Denmark Region",
  });
  const orgUnits = await createOrgUnits(database, organisationId, region.units);
  await createPeriods(database, organisationId, [2023]);
  await createPeriods(database, organisationId, [2024], "2025-02-28");
  const figures: ValueInput[] = [];
  for (const [position, track] of region.tracks.entries()) {
    const pillar = await database.pillar.create({
      data: {
        organisationId,
        code: track.code,
        nameDa: track.name.da,
        nameEn: track.name.en,
        position,
        ...tracks[track.code]!,
      },
    });
    for (const [order, one] of series.filter((row) => row.track === track.code).entries()) {
      const kpiId = await loadSeries(database, organisationId, pillar.id, order, one);
      figures.push(...examplesOf(kpiId, one, [...orgUnits.values()]));
    }
  }
  for (const year of [2023, 2024]) {
    await recordValues(
      database,
      organisationId,
      { actorId, at: new Date(`${year + 1}-02-03T08:05:00Z`) },
      figures.filter((row) => row.year === year),
    );
  }
  return { organisationId, orgUnits };
}

async function loadSeries(
  database: PrismaClient | Prisma.TransactionClient,
  organisationId: string,
  pillarId: string,
  order: number,
  one: Series,
): Promise<string> {
  const version: KpiVersionInput = {
    validFromYear: 2023,
    nameDa: one.nameDa,
    nameEn: one.nameEn,
    shortNameDa: one.nameDa,
    shortNameEn: one.nameEn,
    unitOfMeasure: one.unitOfMeasure,
    smallGroup: one.code === "work-trials" ? "cases" : "none",
    direction: one.direction,
    definitionDa: one.definitionDa,
    definitionEn: one.definitionEn,
    minimum: "0",
    collectionLevel: "orgUnit",
    consolidation: "sum",
  };
  const part = one.track === "social" ? "social" : "environment";
  const kpiId = await createKpi(
    database,
    organisationId,
    {
      code: one.code,
      pillarId,
      pillarPosition: order,
      position: series.indexOf(one),
      appendixPart: part,
      tableDa: part === "social" ? "Social ansvarlighed" : "Miljø og klima",
      tableEn: part === "social" ? "Social responsibility" : "Environment and climate",
    },
    [version],
  );
  if (one.target) {
    await database.target.create({
      data: {
        organisationId,
        kpiId,
        year: 2026,
        setInYear: 2023,
        baselineYear: one.target.kind === "reduction" ? 2023 : null,
        noteDa: "Målet er et eksempel.",
        noteEn: "The target is an example.",
        ...one.target,
      },
    });
  }
  return kpiId;
}

/** The last two org units are late with 2024. */
function examplesOf(kpiId: string, one: Series, orgUnitIds: string[]): ValueInput[] {
  return Object.entries(percentOf).flatMap(([year, percent]) => {
    const parts = allocate(grow(one.whole, one.direction === "higher" ? 200 - percent : percent), weights);
    const rows = orgUnitIds.map((orgUnitId, index): ValueInput => ({
      kpiId,
      orgUnitId,
      year: Number(year),
      figure: parts[index]!,
      isExample: true,
    }));
    return year === "2024" ? rows.slice(0, -2) : rows;
  });
}
