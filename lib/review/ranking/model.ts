/**
 * How unusual a value is, and how much it moves the organisation's figure. All of it only puts values in an order:
 * a rank is no figure and is never printed, so machine numbers are good enough here and nowhere else.
 */
export type Candidate = {
  /** The number of the year; of a split, the smaller share. */
  now: number;
  /** The same org unit's numbers of the years before, the newest first; null where there was none. */
  before: readonly (number | null)[];
  /** What the KPI tolerates from one year to the next, percent. */
  tolerance: number;
  /** How the other org units' numbers of the KPI changed since last year. */
  peers: Peers;
  /** What the other org units came to last year, where values are added; null: the KPI is weighted or not consolidated. */
  others: number | null;
};

/** What is usual among changes: how many there are, the middle one, and how far they lie from it. */
export type Peers = { count: number; middle: number; spread: number };

/** Why a value stands where it stands. */
export type Rank = {
  /** How many times its usual spread a value is from what was expected; 1 is the edge of what is usual. */
  deviation: number;
  /** How much of the organisation's figure it moves, 0 to 1. */
  impact: number;
  /** What both come to; the first in the list has the most. */
  score: number;
  /** The change that was expected, as a factor: of its peers, else of its own years. */
  expected: number;
};

/** Beyond this a value is unusual. */
export const EDGE = 1;
/** So that what moves nothing is still in order among its like. */
const LEAST_IMPACT = 0.02;
/** Fewer org units or years than this say nothing about what is usual. */
const FEW = 3;
/** What makes a median deviation comparable with a standard deviation. */
const MAD_TO_SD = 1.4826;

const unranked: Rank = { deviation: 0, impact: 0, score: 0, expected: 1 };

/** The rank of a value. One without a year before has nothing to be held against, and comes last. */
export function rankOf({ now, before, tolerance, peers, others }: Candidate): Rank {
  const [last] = before;
  if (last === null || last === undefined) return unranked;
  const own = peersOf(changesOf(before));
  const expected = peers.count >= FEW ? peers.middle : own.count >= FEW ? own.middle : 0;
  const spread = Math.max(Math.log(1 + Math.max(tolerance, 1) / 100), peers.spread, own.spread);
  const deviation = Math.abs(changeOf(now, last) - expected) / spread;
  const foreseen = last * Math.exp(expected);
  const whole = Math.abs(foreseen) + (others ?? Math.abs(foreseen) * peers.count);
  const impact = whole === 0 ? (now === 0 ? 0 : 1) : Math.min(1, Math.abs(now - foreseen) / whole);
  return { deviation, impact, score: scoreOf(deviation, impact), expected: Math.exp(expected) };
}

/** What unusual and important come to together: neither counts for much without the other. */
export function scoreOf(deviation: number, impact: number): number {
  return deviation * (LEAST_IMPACT + impact);
}

/** The change from one number to another: the logarithm of their ratio, or, where a sign or 0 has none, their difference against the larger of them. */
export function changeOf(now: number, before: number): number {
  if (now === before) return 0;
  if (now > 0 && before > 0) return Math.log(now / before);
  return (Math.LN10 * (now - before)) / Math.max(Math.abs(now), Math.abs(before));
}

function changesOf(years: readonly (number | null)[]): number[] {
  return years.flatMap((now, at) => {
    const before = years[at + 1];
    return now === null || before === null || before === undefined ? [] : [changeOf(now, before)];
  });
}

/** What is usual among some changes; a few of them have no spread that says anything. */
export function peersOf(changes: readonly number[]): Peers {
  const middle = median(changes) ?? 0;
  const isFew = changes.length < FEW;
  return {
    count: changes.length,
    middle,
    spread: isFew ? 0 : MAD_TO_SD * median(changes.map((change) => Math.abs(change - middle)))!,
  };
}

/** The middle one; null of none. */
export function median(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
