/** Which rows of a sheet are shown; null: all. */
export type SheetFilter = { pillar: string | null; owner: string | null; show: Shown | null };

/** Rows with something missing, with something to look at, or asked of whoever looks. */
export type Shown = "missing" | "flagged" | "asked";

/** A row as far as a filter asks. `isFlagged`: refused, in conflict, locked out, or questioned and not answered; `isRequested`: asked of whoever looks. */
export type Filtered = {
  pillar: string;
  owner: string | null;
  isMissing: boolean;
  isFlagged: boolean;
  isRequested: boolean;
};

const shown: readonly Shown[] = ["missing", "flagged", "asked"];

/** Nothing is left out. */
export const noFilter: SheetFilter = { pillar: null, owner: null, show: null };

/** The filter an address asks for; what is not understood filters nothing. */
export function filterFrom(query: Record<string, string | string[] | undefined>): SheetFilter {
  const one = (name: string) => {
    const text = query[name];
    return typeof text === "string" && text !== "" ? text : null;
  };
  const show = one("show");
  return { pillar: one("pillar"), owner: one("owner"), show: shown.find((one) => one === show) ?? null };
}

/** The filter as part of an address, beside what else stands in it: "?years=5&pillar=employer". Empty when nothing is asked. */
export function filterQuery(filter: SheetFilter, others: string): string {
  const query = new URLSearchParams(others);
  for (const [name, value] of Object.entries(filter)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  return query.size > 0 ? `?${query}` : "";
}

/** Whether a row passes. */
export function passes(row: Filtered, { pillar, owner, show }: SheetFilter): boolean {
  return (
    (pillar === null || row.pillar === pillar) &&
    (owner === null || row.owner === owner) &&
    (show === null || row[show === "missing" ? "isMissing" : show === "flagged" ? "isFlagged" : "isRequested"])
  );
}
