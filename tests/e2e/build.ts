/** What the build that is served can be asked for, read from its own manifests, so that no door is forgotten. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const distDir = process.env.NEXT_DIST_DIR || ".next";
const read = (file: string): unknown => JSON.parse(readFileSync(join(distDir, file), "utf8"));

/** An address with its parameters in brackets: "/[org]/kpis/[code]". */
export type Route = { pattern: string; kind: "page" | "handler" };

/** A server action: "confirmCells" of lib/value/confirmation/actions.ts, callable at some page that uses it. */
export type Action = { id: string; name: string; patterns: string[] };

// Next.js's own documents for what does not exist and for a broken layout, and two pictures.
const NOT_DOORS = new Set(["/_not-found", "/_global-error", "/icon.svg", "/favicon.ico"]);

/** Every page and handler of the build. */
export function routes(): Route[] {
  const manifest = read("app-path-routes-manifest.json") as Record<string, string>;
  return Object.entries(manifest)
    .filter(([, pattern]) => !NOT_DOORS.has(pattern))
    .map(([entry, pattern]) => ({ pattern, kind: entry.endsWith("/route") ? "handler" : "page" }));
}

/** Every server action of the build. One written inside a component is named after its file: "person". */
export function actions(): Action[] {
  const { node } = read("server/server-reference-manifest.json") as {
    node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>;
  };
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => ({
    id,
    name: exportedName.startsWith("$$") ? filename.replace(/^.*\/(.*)\.tsx$/, "$1") : exportedName,
    patterns: Object.keys(workers)
      .map((worker) => worker.replace(/^app/, "").replace(/\/page$/, "") || "/")
      .filter((pattern) => !NOT_DOORS.has(pattern)),
  }));
}

/** The one action of that name. */
export function actionNamed(name: string): Action {
  const found = actions().find((action) => action.name === name);
  if (!found) throw new Error(`The build has no action ${name}.`);
  return found;
}

/** The address of a pattern. Throws when a parameter is not given. */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\[(\w+)\]/g, (_, name: string) => {
    if (values[name] === undefined) throw new Error(`${pattern} needs ${name}.`);
    return encodeURIComponent(values[name]);
  });
}
