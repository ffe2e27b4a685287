import type { AppendixPart, Both } from "../topic/model";
import { topics } from "../topic/model";

/** A pillar the library puts its KPIs under where nobody chooses another. */
export type LibraryPillar = { code: string; name: Both; colour: string; isGuiding: boolean; sdgs: number[] };

/** One pillar per part of the appendix. */
export const libraryPillars: Record<AppendixPart, LibraryPillar> = {
  environment: {
    code: "environment",
    name: ["Klima og miljø", "Climate and environment"],
    colour: "producer",
    isGuiding: true,
    sdgs: [6, 7, 12, 13],
  },
  social: { code: "people", name: ["Mennesker", "People"], colour: "employer", isGuiding: true, sdgs: [3, 5, 8] },
  governance: {
    code: "governance",
    name: ["Ledelse og etik", "Governance and ethics"],
    colour: "ethics",
    isGuiding: false,
    sdgs: [16],
  },
};

/** Themes of a pillar: the topics of its part. */
export function themesOf(part: AppendixPart): Both[] {
  return Object.values(topics)
    .filter((topic) => topic.part === part)
    .map(({ name }) => name);
}
