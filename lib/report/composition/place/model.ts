import type { EditableBlock, EditableReport, EditableSection } from "@/lib/report/queries";

/** What of a report is being edited: its title, a section (or the history of its titles), a block (or its history), something new, what was removed, or the history of its order. */
export type Place =
  | { at: "report" }
  | { at: "removed" | "order" }
  | { at: "newSection"; after: string | null }
  | { at: "section" | "titles"; section: EditableSection }
  | { at: "newBlock"; section: EditableSection; after: string | null }
  | { at: "block" | "history"; section: EditableSection; block: EditableBlock };

/** The words of the address's question. */
export type Query = Record<string, string | string[] | undefined>;

/** The place an address asks for; null when the report has nothing there. */
export function placeIn(report: EditableReport, query: Query): Place | null {
  const said = (name: string) => (typeof query[name] === "string" && query[name] !== "" ? query[name] : null);
  const [blockId, code, view, after] = [said("block"), said("section"), said("view"), said("after")];
  if (blockId !== null) {
    const section = report.sections.find(({ blocks }) => blocks.some(({ id }) => id === blockId));
    const block = section?.blocks.find(({ id }) => id === blockId);
    return section && block ? { at: view === "history" ? "history" : "block", section, block } : null;
  }
  if (code !== null) {
    const section = report.sections.find((one) => one.code === code);
    if (!section) return null;
    if (view === "add") return { at: "newBlock", section, after };
    return { at: view === "history" ? "titles" : "section", section };
  }
  if (view === "add") return { at: "newSection", after };
  return { at: view === "removed" || view === "order" ? view : "report" };
}

/** The address of a place in the editor at `path`. */
export function addressOf(path: string, query: Record<string, string>): string {
  const asked = new URLSearchParams(query).toString();
  return asked === "" ? path : `${path}?${asked}`;
}
