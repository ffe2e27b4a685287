/** An import by `npm run import`: a CSV of any size, streamed. */
import { join } from "node:path";
import { runNode, succeeded } from "../../../lib/operation/child.ts";
import { withClient } from "../../../lib/database/connection.ts";
import { largeOrganisation, longCsv } from "../../fixtures/import/scale.ts";
import { watchMemory, type Memory } from "../processes.ts";
import type { World } from "../world.ts";

/** Milliseconds of the whole command, its start included: only looking (`--dry-run`), and writing too; and the most memory it took. */
export type Commanded = { preview: number; all: number; memory: Memory | null };

/** Imports a long CSV of so many org units and KPIs into an organisation of its own, once to look and once for good. */
export async function commandImport(
  { product, home }: World,
  slug: string,
  orgUnits: number,
  kpis: number,
): Promise<Commanded> {
  await withClient(product.databaseUrl, (client) => largeOrganisation(client, slug, orgUnits, kpis));
  const file = join(home, `${slug}.csv`);
  await longCsv(file, orgUnits, kpis);
  let memory: Memory | null = null;
  const run = async (more: string[]) => {
    const from = performance.now();
    const child = runNode(["lib/operation/import.ts", file, "--org", slug, ...more], {
      nodeArgs: ["--import", "tsx"],
      env: { DATABASE_URL: product.databaseUrl },
      output: "ignore",
    });
    const watched = watchMemory(child.pid!, 200);
    await succeeded(child, "The command did not import.");
    watched.stop();
    memory = watched.peak() ?? memory;
    return performance.now() - from;
  };
  const preview = await run(["--dry-run"]);
  return { preview, all: await run([]), memory };
}
