import { defineConfig, devices } from "@playwright/test";
process.env.E2E_HOME = "/tmp/dash/e2e";
export default defineConfig({
  testDir: "tests/e2e", outputDir: "/tmp/dash/e2e/results", fullyParallel: true, workers: 2, timeout: 60_000, expect: { timeout: 15_000 }, reporter: "line",
  use: { ...devices["Desktop Chrome"], baseURL: "http://127.0.0.1:4310", locale: "da-DK", timezoneId: "Europe/Copenhagen", reducedMotion: "reduce", launchOptions: { executablePath: "/usr/bin/chromium", chromiumSandbox: false }, ...({ tolerated: [/inline style|content policy: style/] } as object) },
  projects: [{ name: "sign-in", testMatch: "sign-in.setup.ts" }, { name: "chromium", testMatch: ["dashboard.spec.ts", "kpi.spec.ts"], dependencies: process.env.NOSETUP ? [] : ["sign-in"] }],
});
