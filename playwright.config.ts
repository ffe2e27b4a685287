import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { findChromium } from "./lib/chromium/find";

// Read again in every worker: the first reading settles both.
const home = (process.env.E2E_HOME ??= mkdtempSync(join(tmpdir(), "ledestjerne-e2e-")));
const port = (process.env.E2E_PORT ??= String(20_000 + (process.pid % 20_000)));
const origin = `http://127.0.0.1:${port}`;

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: join(home, "results"),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    ...devices["Desktop Chrome"],
    baseURL: origin,
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    reducedMotion: "reduce",
    trace: "retain-on-failure",
    launchOptions: { executablePath: findChromium() ?? undefined, chromiumSandbox: process.getuid?.() !== 0 },
  },
  projects: [
    { name: "sign-in", testMatch: "sign-in.setup.ts" },
    { name: "chromium", testMatch: "**/*.spec.ts", dependencies: ["sign-in"] },
  ],
  webServer: {
    command: "node lib/operation/start.cjs --demo",
    url: `${origin}/healthz`,
    env: { PORT: port, DATA_DIR: home, APP_ORIGIN: origin, DATABASE_URL: "", LOG_LEVEL: "warn" },
    timeout: 300_000,
    stdout: "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
  },
});
