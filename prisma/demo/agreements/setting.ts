/** Region Midtjylland's strategy, tracks, specialist functions and catalogue: names from the facts, the rest examples. */
import { z } from "zod";
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import facts from "../../facts/region-midtjylland-agreements.json" with { type: "json" };
import { codeFrom } from "../factory.ts";
import { catalogue } from "./catalogue.ts";

export type Database = PrismaClient | Prisma.TransactionClient;

const words = z.object({ da: z.string(), en: z.string() });
const setting = z
  .object({
    strategy: z.object({
      name: words,
      adopted: z.number(),
      goals: z.array(z.object({ code: z.string(), name: words, year: z.number() })),
    }),
    tracks: z.array(z.object({ code: z.string(), name: words, minimumOwnCommitments: z.number() })),
    periods: z.array(z.object({ from: z.string(), to: z.string(), note: words })),
    expertFunctions: z.array(z.string()),
    centralFunction: z.string(),
  })
  .parse(facts);

/** The periods as the source gives them, and how many own commitments each track demands. */
export const { periods, tracks: trackFacts } = setting;

/** Which KPI tells how far a goal is, and which goal a track serves, is our reading. */
const kpiOf: Record<string, string> = { circular: "recycled-waste", "co2-neutral": "electricity" };
const goalOf: Record<string, string> = {
  "circular-economy": "circular",
  utilities: "co2-neutral",
  transport: "co2-neutral",
};
const colourOf: Record<string, string> = {
  "circular-economy": "producer",
  utilities: "society",
  transport: "employer",
  social: "ethics",
};
/** Which function follows which track is not stated: an example. */
const followersOf: Record<string, string[]> = {
  "circular-economy": ["Indkøb & Medicoteknik", "Center for Bæredygtige Hospitaler"],
  utilities: ["Byggeri & Ejendomme"],
  transport: ["Regional Udvikling", "Indkøb & Medicoteknik"],
  social: ["Koncern HR"],
};

export type Setting = {
  trackIds: Map<string, string>;
  kpiIds: Map<string, string>;
  initiativeIds: Map<string, string>;
};

/** Loads what agreements are made in, and answers the ids by code. */
export async function loadSetting(
  database: Database,
  organisationId: string,
  specialistId: string | undefined,
): Promise<Setting> {
  const { name, adopted, goals } = setting.strategy;
  await database.strategy.create({
    data: {
      organisationId,
      nameDa: name.da,
      nameEn: name.en,
      adoptedYear: adopted,
      centralFunction: setting.centralFunction,
    },
  });
  const kpiIds = idsOf(await database.kpi.findMany({ where: { organisationId }, select: { id: true, code: true } }));
  const goalRows = await database.strategyGoal.createManyAndReturn({
    data: goals.map(({ code, name, year }, position) => ({
      ...{ organisationId, code, year, position },
      nameDa: name.da,
      nameEn: name.en,
      kpiId: kpiIds.get(kpiOf[code]!)!,
    })),
  });
  const goalIds = idsOf(goalRows);
  const trackRows = await database.track.createManyAndReturn({
    data: setting.tracks.map(({ code, name }, position) => ({
      ...{ organisationId, code, position },
      nameDa: name.da,
      nameEn: name.en,
      colour: colourOf[code]!,
      goalId: goalIds.get(goalOf[code] ?? "") ?? null,
    })),
  });
  const trackIds = idsOf(trackRows);
  const functions = await database.specialistFunction.createManyAndReturn({
    data: setting.expertFunctions.map((name, position) => ({ organisationId, code: codeFrom(name), name, position })),
  });
  const functionIds = new Map(functions.map((row) => [row.name, row.id]));
  await database.trackFunction.createMany({
    data: Object.entries(followersOf).flatMap(([track, names]) =>
      names.map((name) => ({
        organisationId,
        trackId: trackIds.get(track)!,
        functionId: functionIds.get(name)!,
        isExample: true,
      })),
    ),
  });
  if (specialistId)
    await database.functionMember.create({
      data: { organisationId, functionId: functionIds.get("Byggeri & Ejendomme")!, userId: specialistId },
    });
  const initiatives = await database.initiative.createManyAndReturn({
    data: catalogue.map(({ track, kpi, effect, responsible: _, ...entry }) => ({
      ...entry,
      organisationId,
      trackId: trackIds.get(track)!,
      kpiId: kpi ? kpiIds.get(kpi)! : null,
      expectedEffect: effect ?? null,
      isExample: true,
    })),
  });
  return { trackIds, kpiIds, initiativeIds: idsOf(initiatives) };
}

function idsOf(rows: { id: string; code: string }[]): Map<string, string> {
  return new Map(rows.map(({ id, code }) => [code, id]));
}
