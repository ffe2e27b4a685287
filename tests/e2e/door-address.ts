/** Where doors are knocked at: addresses of Aleris for the patterns of the build. */
import { fill, type Action } from "./build";
import type { OrganisationFacts } from "./demo-facts";

/** An id that nothing has. */
const NOBODYS = "00000000-0000-4000-8000-000000000000";

/** The address of a pattern. */
export const addressOf = (aleris: OrganisationFacts, pattern: string) =>
  fill(pattern, {
    org: "aleris",
    year: 2024,
    unit: "koebenhavn",
    code: "electricity",
    format: "csv",
    file: "640.jpg",
    block: NOBODYS,
    panel: 1,
    table: "E",
    pillar: "producer",
    item: NOBODYS,
    number: 1,
    period: "2025-2026",
    track: "utilities",
    initiative: "genbrugskitler",
    user: aleris.people[0]!.id,
    id: NOBODYS,
    token: "x".repeat(43),
    ticket: "x".repeat(43),
  });

/** The address of a page on which an action stands. */
export const placeOf = (aleris: OrganisationFacts, { patterns }: Action) =>
  addressOf(aleris, patterns.includes("/sign-in") ? "/sign-in" : patterns[0]!);
