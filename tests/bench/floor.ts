/** The floor: a bare page of Next.js that sends the same HTML, without a database, sign-in, language or policy. */
import { readdirSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { runNode, succeeded } from "../../lib/operation/child.ts";
import { freePort } from "./product.ts";

/** What can be loaded: its address and its first process. */
export type Served = { origin: string; pid: number };

const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
const place = join(import.meta.dirname, "floor");
const env = { NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: undefined };

/** Builds the floor where that was not done yet, and serves `html` with `next start`; `htmlFile` is where to leave it. */
export async function startFloor(html: string, htmlFile: string): Promise<Served & { stop: () => Promise<void> }> {
  if (!isBuilt())
    await succeeded(runNode([next, "build", place], { env, output: "ignore" }), "The floor could not be built.");
  writeFileSync(htmlFile, html);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const child = runNode([next, "start", place, "-p", String(port), "-H", "127.0.0.1"], {
    env: { ...env, FLOOR_HTML: htmlFile },
    output: "ignore",
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  while (
    !(await fetch(origin).then(
      (response) => response.ok,
      () => false,
    ))
  ) {
    if (child.exitCode !== null) throw new Error("The floor did not become ready.");
    await wait(20);
  }
  return { origin, pid: child.pid!, stop: async () => (child.kill("SIGINT"), await ended) };
}

/** Built since the packages or its pages last changed. */
function isBuilt(): boolean {
  const built = statSync(join(place, ".next", "BUILD_ID"), { throwIfNoEntry: false });
  const pages = readdirSync(join(place, "app"), { recursive: true, encoding: "utf8" });
  const sources = ["package-lock.json", ...pages.map((name) => join(place, "app", name))];
  return built !== undefined && sources.every((path) => built.mtimeMs > statSync(path).mtimeMs);
}

/** What the body of a page shows, without the framework's scripts. */
export function bodyOf(page: string): string {
  const body = page.slice(page.indexOf("<body"), page.lastIndexOf("</body>"));
  return body.slice(body.indexOf(">") + 1).replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "");
}
