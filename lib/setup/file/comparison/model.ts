import { listedParts, type ListedPart } from "../merging/model";
import type { SetupDocument } from "../schema";

/** One place that differs: a field, or an item of a list by what tells it apart, as in definitions[2024].decimals. */
export type SetupDetail = { path: string; what: "new" | "changed" | "ended"; from: string; to: string };

/** One thing that is made or changed. `code` is empty for the organisation itself. */
export type SetupChange = {
  part: "organisation" | ListedPart;
  code: string;
  what: "new" | "changed";
  details: SetupDetail[];
};

type Fields = Record<string, unknown>;

/** Everything that differs between a set-up and the one it becomes, in the order of the file. */
export function compareSetups(before: SetupDocument, after: SetupDocument): SetupChange[] {
  const own = detailsOf(before.organisation, after.organisation);
  return [
    ...(own.length > 0 ? [{ part: "organisation" as const, code: "", what: "changed" as const, details: own }] : []),
    ...listedParts.flatMap((part) => compareParts(part, before[part], after[part])),
  ];
}

function compareParts(part: ListedPart, before: Fields[], after: Fields[]): SetupChange[] {
  const held = new Map(before.map((item) => [nameOf(item), item]));
  return after.flatMap((item): SetupChange[] => {
    const code = nameOf(item);
    const was = held.get(code);
    if (!was) return [{ part, code, what: "new", details: [] }];
    const details = detailsOf(was, item);
    return details.length > 0 ? [{ part, code, what: "changed", details }] : [];
  });
}

function detailsOf(before: Fields, after: Fields, at = ""): SetupDetail[] {
  return Object.keys(after).flatMap((name): SetupDetail[] => {
    const [was, is] = [before[name], after[name]];
    if (same(was, is)) return [];
    const path = at + name;
    if (isListOfItems(was) && isListOfItems(is)) return itemDetails(was, is, path);
    return [{ path, what: "changed", from: inWords(was), to: inWords(is) }];
  });
}

function itemDetails(before: Fields[], after: Fields[], path: string): SetupDetail[] {
  const held = new Map(before.map((item) => [nameOf(item), item]));
  const named = new Set(after.map(nameOf));
  const ended = before.filter((item) => !named.has(nameOf(item)));
  return [
    ...after.flatMap((item): SetupDetail[] => {
      const place = `${path}[${nameOf(item)}]`;
      const was = held.get(nameOf(item));
      return was ? detailsOf(was, item, `${place}.`) : [{ path: place, what: "new", from: "", to: inWords(item) }];
    }),
    ...ended.map((item) => ({
      path: `${path}[${nameOf(item)}]`,
      what: "ended" as const,
      from: inWords(item),
      to: "",
    })),
  ];
}

/** What tells one item of a list from another. */
const keys = ["code", "orgUnit", "kpi", "framework", "disclosure", "da", "from", "year", "labelEn"];

function nameOf(item: Fields): string {
  if (typeof item.code === "string") return item.code;
  const parts = keys.flatMap((key) => (item[key] === undefined || item[key] === null ? [] : [String(item[key])]));
  return parts.join(" ");
}

const isListOfItems = (value: unknown): value is Fields[] =>
  Array.isArray(value) && value.every((item) => typeof item === "object" && item !== null);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A value as it is read: texts as they are, nothing as nothing, everything else as JSON; long ones cut. */
function inWords(value: unknown): string {
  const text = value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 160 ? `${text.slice(0, 159)}…` : text;
}
