/** Names for what an edition keeps by its code. */
export type DrawnNames = { kpi: (code: string) => string; form: (kind: string) => string; lead: string };

/** What a block of a kind draws, as an edition keeps it (lib/edition/texts), to a reader. */
export function drawnSaid(drawn: string, kind: string | null, { kpi, form, lead }: DrawnNames): string {
  const kpis = (codes: string) => codes.split(", ").map(kpi).join(", ");
  if (kind === "table" || kind === "keyFacts") return kpis(drawn);
  if (kind === "text" && drawn === "lead") return lead;
  if (kind !== "chart") return drawn;
  return drawn
    .split("; ")
    .map((panel) => {
      const [shape = "", codes] = panel.split(": ");
      return codes === undefined ? panel : `${form(shape)}: ${kpis(codes)}`;
    })
    .join("\n");
}
