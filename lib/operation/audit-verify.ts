/** `npm run audit:verify`: follows every chain of the audit trail, in the database or in a file downloaded from it. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { chainFollower, type ChainLink } from "../audit/chain/model.ts";
import { chainLinks, chainOwners } from "../audit/chain/queries.ts";
import { withClient } from "../database/connection.ts";
import { commandDatabase } from "./import-database.ts";

const usage = `npm run audit:verify -- [FILE] [--expect HASH] [--demo]

  FILE           a chain downloaded from the audit page (JSON, a link a line); else the database is read
  --expect HASH  the last hash somebody wrote down: it must be in a chain, else links were cut off its end
  --demo         the demo's database instead of your own`;

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { expect: { type: "string" }, demo: { type: "boolean" }, help: { type: "boolean" } },
});

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(error.message);
    process.exit(2);
  },
);

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
      return verify(
        (async function* () {
          for (const owner of owners) yield* chainLinks(client, owner);
        })(),
      );
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

async function* fileLinks(path: string): AsyncGenerator<ChainLink> {
  for await (const line of createInterface({ input: createReadStream(path, "utf8"), crlfDelay: Infinity }))
    if (line.trim() !== "") yield JSON.parse(line) as ChainLink;
}
