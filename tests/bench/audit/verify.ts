/** One process that follows one organisation's chain to its end, and says how long it took and what it held on the way. */
import { createHash } from "node:crypto";
import { chainFollower } from "../../../lib/audit/chain/model.ts";
import { chainLinks } from "../../../lib/audit/chain/queries.ts";
import { withClient } from "../../../lib/database/connection.ts";

/** Of a followed chain: its links and faults, milliseconds by the clock and of this process's processor, and the most memory held within its first tenth and in all, MB. */
export type Followed = { links: number; faults: number; clock: number; processor: number; early: number; most: number };

const [organisationId = "", expected = ""] = process.argv.slice(2);
const MEGA = 1_000_000;
const EVERY = 5_000;

const followed = await withClient(process.env.DATABASE_URL!, async (client): Promise<Followed> => {
  const { follow } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
  const [begin, used] = [performance.now(), process.cpuUsage()];
  let [links, faults, early, most] = [0, 0, 0, 0];
  for await (const link of chainLinks(client, organisationId)) {
    if (follow(link)) faults += 1;
    links += 1;
    if (links % EVERY !== 0) continue;
    most = Math.max(most, process.memoryUsage.rss() / MEGA);
    if (links <= Number(expected) / 10) early = most;
  }
  const { user, system } = process.cpuUsage(used);
  return { links, faults, clock: performance.now() - begin, processor: (user + system) / 1000, early, most };
});
console.log(JSON.stringify(followed));
