/** What the list of restatements is narrowed to, as it stands in the address; empty: not narrowed. */
export type Asked = { from: string; fromDay: string; to: string; toDay: string; year: string; kpi: string };

const names = ["from", "fromDay", "to", "toDay", "year", "kpi"] as const satisfies readonly (keyof Asked)[];

/** Reads an address; what it does not say, and what it says twice, is empty. */
export function askedFrom(query: Record<string, string | string[] | undefined>): Asked {
  const text = (name: keyof Asked) => {
    const said = query[name];
    return typeof said === "string" ? said : "";
  };
  return Object.fromEntries(names.map((name) => [name, text(name)])) as Asked;
}

/** The address's query for the same list: "?year=2022", or nothing. */
export function addressOf(asked: Asked): string {
  const said = names.flatMap((name) => (asked[name] === "" ? [] : [[name, asked[name]]]));
  return said.length > 0 ? `?${new URLSearchParams(said).toString()}` : "";
}
