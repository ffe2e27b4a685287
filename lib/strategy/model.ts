import type { Locale } from "@/lib/language/model";

/** A goal of the strategy, in one language. */
export type Goal = { id: string; code: string; name: string; year: number; kpiId: string | null };

/** A function that follows tracks. `isExample`: that it follows this one is our reading. */
export type Follower = { id: string; code: string; name: string; isExample: boolean };

/** A track, in one language. */
export type Track = {
  id: string;
  code: string;
  name: string;
  colour: string;
  goalId: string | null;
  followers: Follower[];
};

/** What agreements are made for, and in which parts. */
export type StrategyView = {
  name: string | null;
  adoptedYear: number | null;
  centralFunction: string | null;
  goals: Goal[];
  tracks: Track[];
};

/** The name of something kept in both languages. */
export function inLanguage(locale: Locale, { nameDa, nameEn }: { nameDa: string; nameEn: string }): string {
  return locale === "da" ? nameDa : nameEn;
}
