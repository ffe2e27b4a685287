/** The year an address names, or null: four digits and nothing else. */
export function yearFrom(text: string | string[] | undefined): number | null {
  return typeof text === "string" && /^[12]\d{3}$/.test(text) ? Number(text) : null;
}
