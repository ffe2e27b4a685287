import { database } from "@/lib/database/client";
import type { Locale } from "@/lib/language/model";
import { inLanguage, type StrategyView } from "./model";

/** The organisation's strategy with its goals, and the tracks with those who follow them, in order. */
export async function getStrategy(organisationId: string, locale: Locale): Promise<StrategyView> {
  const inOrder = { where: { organisationId }, orderBy: [{ position: "asc" as const }, { code: "asc" as const }] };
  const [strategy, goals, tracks] = await Promise.all([
    database.strategy.findUnique({ where: { organisationId } }),
    database.strategyGoal.findMany(inOrder),
    database.track.findMany({
      ...inOrder,
      include: { functions: { include: { function: true }, orderBy: { function: { position: "asc" } } } },
    }),
  ]);
  return {
    name: strategy && inLanguage(locale, strategy),
    adoptedYear: strategy?.adoptedYear ?? null,
    centralFunction: strategy?.centralFunction ?? null,
    goals: goals.map((goal) => ({
      id: goal.id,
      code: goal.code,
      name: inLanguage(locale, goal),
      year: goal.year,
      kpiId: goal.kpiId,
    })),
    tracks: tracks.map((track) => ({
      id: track.id,
      code: track.code,
      name: inLanguage(locale, track),
      colour: track.colour,
      goalId: track.goalId,
      followers: track.functions.map(({ isExample, function: { id, code, name } }) => ({ id, code, name, isExample })),
    })),
  };
}

/** The tracks a person may comment on and assess through a specialist function. */
export async function getFollowedTracks(organisationId: string, userId: string): Promise<Set<string>> {
  const rows = await database.trackFunction.findMany({
    where: { organisationId, function: { members: { some: { userId, organisationId } } } },
    select: { trackId: true },
  });
  return new Set(rows.map(({ trackId }) => trackId));
}
