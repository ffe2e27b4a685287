/** Counts of a suite, read from what its runner reported. */
import { existsSync, readFileSync } from "node:fs";

/** How many tests did what, and the names of those that failed. */
export type Tally = { passed: number; failed: number; skipped: number; failures: string[] };

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, failures: [] };

/** A suite that could not run counts as one failure. */
export function broken(reason: string): Tally {
  return { ...nothing, failed: 1, failures: [reason] };
}

/** Adds the counts of suites. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...all.failures, ...one.failures],
    }),
    nothing,
  );
}

type VitestReport = {
  success: boolean;
  testResults: { name: string; status: string; assertionResults: { fullName: string; status: string }[] }[];
};

/** Reads vitest's JSON report. A file that could not be loaded counts as a failure; so does a run that failed without saying where. */
export function readVitest(file: string): Tally {
  const report = read<VitestReport>(file);
  if (!report) return broken("vitest ended without a report");
  const files = report.testResults.map(({ name, status, assertionResults }) => {
    const of = (wanted: string[]) => assertionResults.filter((test) => wanted.includes(test.status));
    const failures = of(["failed"]).map((test) => `${name}: ${test.fullName}`);
    if (status === "failed" && !failures.length) failures.push(`${name}: could not be run`);
    return {
      passed: of(["passed"]).length,
      failed: failures.length,
      skipped: of(["skipped", "pending", "todo", "disabled"]).length,
      failures,
    };
  });
  const all = sum(files);
  return report.success || all.failed ? all : sum([all, broken("vitest reported an error outside of any test")]);
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: { message?: string }[];
  suites: PlaywrightSuite[];
};
type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; ok: boolean; file: string; line: number }[];
};

/** Reads Playwright's JSON report. There are no retries, so a flaky test is a failed one. */
export function readPlaywright(file: string): Tally {
  const report = read<PlaywrightReport>(file);
  if (!report) return broken("Playwright ended without a report");
  const { expected, unexpected, flaky, skipped } = report.stats;
  const errors = report.errors.map(
    ({ message }) => message?.split("\n")[0] ?? "Playwright reported an error outside of any test",
  );
  const failures = [...report.suites.flatMap(failedIn), ...errors];
  return { passed: expected, failed: unexpected + flaky + errors.length, skipped, failures };
}

function failedIn(suite: PlaywrightSuite): string[] {
  const own = suite.specs.filter((spec) => !spec.ok).map((spec) => `${spec.file}:${spec.line} ${spec.title}`);
  return [...own, ...(suite.suites ?? []).flatMap(failedIn)];
}

function read<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Report) : null;
}
