/** A test that begins with an installation of its own in an empty folder, which nobody has set up; both gone afterwards. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { skipWithoutProc, start, type Installation } from "./installation";
import { test as wired } from "./wire";

export const test = wired.extend<{ installation: Installation }>({
  installation: async ({ page }, use, info) => {
    info.slow();
    skipWithoutProc(info);
    const home = await mkdtemp(join(tmpdir(), "ledestjerne-own-"));
    const installation = await start(home);
    try {
      await use(installation);
    } finally {
      // What the page still fetches, such as its icon, would be refused by what has ended.
      await page.goto("about:blank");
      await installation.end("SIGTERM");
      await rm(home, { recursive: true, force: true });
    }
  },
});
