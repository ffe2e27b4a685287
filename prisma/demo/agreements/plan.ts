/** Which org unit of the demo commits itself to what, by a fixed pattern: examples, like the catalogue they are picked from. */
import type { CommitmentStatus, RollDecision } from "@/lib/database/generated/enums";
import { fraction, multiply, round } from "@/lib/number/fraction";
import { catalogue, ownWords, type CatalogueEntry } from "./catalogue.ts";

/** An own commitment of the demo: picked from the catalogue, or in the org unit's own words. */
export type Planned = { entry: CatalogueEntry | null; track: string; text: string; responsible: string };

const circular = catalogue.filter(({ track }) => track === "circular-economy");
const others = catalogue.filter(({ track }) => track !== "circular-economy");

function pick(entry: CatalogueEntry): Planned {
  return { entry, track: entry.track, text: "", responsible: entry.responsible };
}

/** The own commitments of an org unit in the first period: three in circular economy, one or two elsewhere. */
export function firstPlan(name: string, at: number): Planned[] {
  const own = ownWords[name];
  const wanted = own?.track === "circular-economy" ? 2 : 3;
  const picked = Array.from({ length: wanted }, (_, turn) => pick(circular[(at + turn * 2) % circular.length]!));
  const elsewhere =
    name === "midtVask" ? catalogue.filter(({ code }) => code === "skyllevand") : [others[at % 3 === 2 ? 3 : at % 2]!];
  const words = own ? [{ entry: null, ...own }] : [];
  return [...dedupe(picked), ...elsewhere.map(pick), ...words];
}

/** What the second period adds, once the first one's commitments are decided. */
export function secondPlan(at: number, carried: readonly Planned[], circularShort: number): Planned[] {
  const used = new Set(carried.map(({ entry }) => entry?.code));
  const free = circular.filter(({ code }) => !used.has(code)).slice(0, Math.max(0, circularShort));
  const more = others.filter(({ code }, turn) => !used.has(code) && (turn + at) % 5 === 0 && code !== "skyllevand");
  return [...free, ...more].map(pick);
}

/** How far a commitment came in the first period. */
export function firstOutcome(at: number, turn: number): CommitmentStatus {
  return (["done", "onTrack", "done", "delayed", "done", "notStarted"] as const)[(at * 2 + turn) % 6]!;
}

/** What became of it: done ends or is promised anew, what runs is carried on, what never began is changed. */
export function decisionAfter(status: CommitmentStatus, at: number): RollDecision {
  if (status === "done") return at % 3 === 0 ? "copy" : "end";
  return status === "notStarted" ? "change" : "carryOn";
}

/** How far a commitment of the second period is at its last follow-up. */
export function secondOutcome(at: number, turn: number): CommitmentStatus {
  return (["onTrack", "done", "onTrack", "onTrack", "delayed", "done", "onTrack"] as const)[(at + turn * 3) % 7]!;
}

/** So many tenths of the expected effect, as somebody would report it: none for what has not begun. */
export function reported(effect: string | undefined, tenths: number): string | null {
  if (!effect || tenths === 0) return null;
  return round(multiply(fraction(effect), { n: BigInt(tenths), d: 10n }), 2);
}

function dedupe(planned: Planned[]): Planned[] {
  return planned.filter(({ entry }, at) => planned.findIndex((one) => one.entry === entry) === at);
}
