/** The address of a figure's lineage: of the organisation's figure, or of the org unit's of that code. */
export function figureHref(slug: string, code: string, year: number, unit?: string): string {
  return `/${slug}/figures/${code}/${year}${unit === undefined ? "" : `?unit=${encodeURIComponent(unit)}`}`;
}
