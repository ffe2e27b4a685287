/**
 * `npm run soak`: what takes longer than a test may. Broken workbooks are brought in and confirmed, and imports are
 * killed (kill -9) while they write and while they are taken back, again and again on a real database of its own, until
 * the time is up (`--minutes 10`). Ends with 1 at the first thing that is wrong, and says the seed that shows it again.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";
import { prepareRole } from "@/lib/database/role";
import { soakFiles } from "./files";
import { soakKills } from "./kills";
import { readOptions, type Part } from "./options";

const { only, minutes, seed } = readOptions(process.argv.slice(2));
const home = mkdtempSync(join(tmpdir(), "ledestjerne-soak-"));
const server = await startEmbedded(home);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void finish(130));

const jobs: Record<Part, typeof soakFiles> = { files: soakFiles, kills: soakKills };
try {
  await migrate(server.url);
  const url = await prepareRole(server.url, (reason) => {
    throw new Error(reason);
  });
  process.env.DATABASE_URL = url;
  console.log(`${minutes} minutes, seed ${seed}`);
  for (const part of only) {
    const until = performance.now() + (minutes * 60_000) / only.length;
    console.log(`${part}: ${await jobs[part]({ url, seed, until })}`);
  }
  await finish(0);
} catch (error) {
  console.error(error);
  await finish(1);
}

async function finish(code: number): Promise<void> {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(code);
}
