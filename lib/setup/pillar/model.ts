import { Refusal } from "@/lib/access/refusal";

/** A theme as a line of the form says it: its name and, after a bar, the global goals it serves. */
export type ThemeLine = { name: string; sdgs: number[] };

/** Reads a theme's line: "Mindre CO₂ | 12, 13". Refuses `setup.sdgWrong` for a goal that is none. */
export function themeFrom(line: string): ThemeLine {
  const [name = "", goals = ""] = line.split("|").map((part) => part.trim());
  const said = goals.split(/[,;\s]+/).filter((goal) => goal !== "");
  const wrong = said.find((goal) => !/^([1-9]|1[0-7])$/.test(goal));
  if (wrong !== undefined || name === "") throw new Refusal("setup.sdgWrong", { text: wrong ?? line }, "themesDa");
  return { name, sdgs: [...new Set(said.map(Number))].sort((a, b) => a - b) };
}

/** A theme as it is typed, to be changed. */
export function themeLine({ name, sdgs }: ThemeLine): string {
  return sdgs.length > 0 ? `${name} | ${sdgs.join(", ")}` : name;
}
