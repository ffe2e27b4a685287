/** A real browser for the tests: the one that is there, else Debian's, else a line that says what to install. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { findChromium } from "../lib/chromium/find.ts";

/** Path of a Chromium. As root on Debian it is installed when it is missing. Throws one line when there is none. */
export function ensureChromium(say: (line: string) => void): string {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("No Chromium is installed; installing Debian's package chromium …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    for (const args of [
      ["update", "-qq"],
      ["install", "-y", "-qq", "--no-install-recommends", "chromium"],
    ]) {
      spawnSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env });
    }
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error(
    "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium) or set CHROMIUM_PATH.",
  );
}
