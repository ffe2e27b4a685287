/** `npm test`: architecture and unit, database, build, browser; the last line is the sum. `npm test -- unit db` runs those only. */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "../lib/operation/build.ts";
import { readEnvironment } from "../lib/operation/env.ts";
import { ensureChromium } from "./browser.ts";
import { broken, nothing, readPlaywright, readVitest, sum, type Tally } from "./tally.ts";

const say = (line: string) => console.log(line);
const home = await mkdtemp(join(tmpdir(), "ledestjerne-test-"));

const suites: Record<string, { title: string; run: () => Promise<Tally> }> = {
  unit: { title: "Architecture and rules", run: () => vitest("unit") },
  db: { title: "Database", run: () => vitest("db") },
  e2e: { title: "Browser", run: browser },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in suites));
if (unknown.length) {
  console.error(`There is no suite ${unknown.join(", ")}; there are ${Object.keys(suites).join(", ")}.`);
  process.exit(2);
}

const tallies: Tally[] = [];
try {
  for (const [name, { title, run }] of Object.entries(suites)) {
    if (asked.length && !asked.includes(name)) continue;
    say(`\n━━ ${title} ━━`);
    tallies.push(await run().catch((error: Error) => broken(error.message)));
  }
} finally {
  await rm(home, { recursive: true, force: true });
}

const { passed, failed, skipped, failures } = sum(tallies);
if (failures.length) say(`\nFailed:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
say(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
process.exit(failed || !passed ? 1 : 0);

async function vitest(project: string): Promise<Tally> {
  const report = join(home, `${project}.json`);
  const code = await run("node_modules/vitest/vitest.mjs", [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  return honest(code, readVitest(report));
}

async function browser(): Promise<Tally> {
  const chromium = ensureChromium(say);
  await ensureBuilt(readEnvironment(process.env).NEXT_DIST_DIR, say);
  const report = join(home, "e2e.json");
  const code = await run("node_modules/@playwright/test/cli.js", ["test", "--reporter=list,json"], {
    E2E_HOME: home,
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return honest(code, readPlaywright(report));
}

/** A runner that fails without a failed test is not a passed suite. */
function honest(code: number, tally: Tally): Tally {
  return sum([tally, code !== 0 && !tally.failed ? broken(`the runner ended with exit code ${code}`) : nothing]);
}

/** Runs a tool of node_modules with our output; a start that we inherit settings from does not reach into the tests. */
function run(script: string, args: string[], env: Record<string, string> = {}): Promise<number> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !["DATABASE_URL", "DATA_DIR", "PORT", "HOST", "APP_ORIGIN", "NODE_ENV"].includes(name),
  );
  const child = spawn(process.execPath, [script, ...args], {
    stdio: "inherit",
    env: { ...Object.fromEntries(inherited), ...env } as NodeJS.ProcessEnv,
  });
  return new Promise((done) => child.once("exit", (code) => done(code ?? 1)));
}
