import { defineConfig, devices } from "@playwright/test";
process.env.E2E_HOME ??= "/tmp/rep-e2e";
export default defineConfig({ testDir: "/work/main/tests/e2e", outputDir: "/tmp/rep-e2e/results", workers: 1, timeout: 120000, expect:{timeout:20000}, reporter: "line",
 use: { ...devices["Desktop Chrome"], baseURL: "http://127.0.0.1:3107", locale: "da-DK", reducedMotion: "reduce", bypassCSP: true, tolerated: [/.*/], launchOptions: { executablePath: "/usr/bin/chromium", chromiumSandbox: false } },
 projects: [{ name: "sign-in", testMatch: "sign-in.setup.ts" }, { name: "chromium", testMatch: "**/report.spec.ts", dependencies: ["sign-in"] }] });
