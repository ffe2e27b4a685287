/** A reporting year as far as restatements are concerned; instants are ISO. */
export type PublishedPeriod = { year: number; publishedAt: string | null };

/** One end of a span of restatements: an instant, and the publication it is taken from, if it is one. */
export type Bound = { at: string; publicationOf: number | null };

/**
 * Reads one end of a span from an address: a year stands for the publication of that year's report, a day for itself.
 * Null for nothing, and for what is neither.
 */
export function boundFrom(text: string | undefined, periods: readonly PublishedPeriod[]): Bound | null {
  if (text === undefined) return null;
  const period = periods.find(({ year, publishedAt }) => String(year) === text && publishedAt !== null);
  if (period) return { at: period.publishedAt!, publicationOf: period.year };
  return isDay(text) ? { at: `${text}T00:00:00.000Z`, publicationOf: null } : null;
}

function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/**
 * The report that must explain a restatement: the first that is published after it and shows its years. Null while
 * there is no reporting year it could be in.
 */
export function explainedIn(
  periods: readonly PublishedPeriod[],
  restatement: { at: string; toYear: number },
): number | null {
  const later = periods.filter(
    ({ year, publishedAt }) => year >= restatement.toYear && (publishedAt === null || publishedAt > restatement.at),
  );
  return later.length === 0 ? null : Math.min(...later.map(({ year }) => year));
}
