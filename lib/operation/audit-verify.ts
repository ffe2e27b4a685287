/** `npm run audit:verify`: follows every chain of the audit trail, in the database or in a file downloaded from it; in the database it also holds the digests in it against the rows they were made of. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import type { ClientBase } from "pg";
import { faultLine } from "../audit/digest/model.ts";
import { digestFaults } from "../audit/digest/queries.ts";
import { chainFollower, type ChainLink } from "../audit/chain/model.ts";
import { chainLinks, chainOwners } from "../audit/chain/queries.ts";
import { withClient } from "../database/connection.ts";
import { run } from "./command.ts";
import { commandDatabase } from "./import-database.ts";

const usage = `npm run audit:verify -- [FILE] [--expect HASH] [--demo]

  FILE           a chain downloaded from the audit page (JSON, a link a line); else the database is read,
                 and the digests in its chains are held against the rows they were made of
  --expect HASH  the last hash somebody wrote down: it must be in a chain, else links were cut off its end
  --demo         the demo's database instead of your own`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { expect: { type: "string" }, demo: { type: "boolean" }, help: { type: "boolean" } },
});

run(main, 2);

async function main(): Promise<number> {
  if (options.help || positionals.length > 1) {
    console.error(usage);
    return 2;
  }
  if (positionals[0]) return verify(fileLinks(positionals[0]));
  const database = await commandDatabase(options.demo ?? false);
  try {
    return await withClient(database.url, async (client) => {
      const owners = await chainOwners(client);
      const code = await verify(
        (async function* () {
          for (const owner of owners) yield* chainLinks(client, owner);
        })(),
      );
      return Math.max(code, await verifyRows(client, owners));
    });
  } finally {
    await database.close();
  }
}

async function verify(links: AsyncIterable<ChainLink>): Promise<number> {
  const { follow, ends } = chainFollower((text) => createHash("sha256").update(text).digest("hex"));
  let faults = 0;
  let isExpectedSeen = options.expect === undefined;
  for await (const link of links) {
    isExpectedSeen ||= link.hash === options.expect;
    const fault = follow(link);
    if (!fault) continue;
    faults += 1;
    console.error(`${fault.organisationId ?? "installation"} #${fault.sequence}: ${fault.fault}`);
  }
  for (const { organisationId, length, hash } of ends())
    console.log(`${organisationId ?? "installation"}: ${length} links, the last is ${hash}`);
  if (!isExpectedSeen) console.error(`No link has the hash ${options.expect}: links were cut off.`);
  return faults > 0 || !isExpectedSeen ? 1 : 0;
}

async function verifyRows(client: ClientBase, owners: (string | null)[]): Promise<number> {
  let faults = 0;
  for (const owner of owners) {
    if (owner === null) continue;
    for await (const fault of digestFaults(client, owner)) {
      faults += 1;
      console.error(`${owner} ${faultLine(fault)}`);
    }
  }
  console.log(faults === 0 ? "Every digest is that of its rows." : `${faults} rows or batches are not what they were.`);
  return faults > 0 ? 1 : 0;
}

async function* fileLinks(path: string): AsyncGenerator<ChainLink> {
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity }))
    if (line.trim() !== "") yield JSON.parse(line) as ChainLink;
}
