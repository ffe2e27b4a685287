/** Saves of single cells over HTTP as the entry sheet sends them, with sign-in, authorisation, validation, history and audit. */
import { withClient } from "../../lib/database/connection.ts";
import { saveableCells } from "./cells.ts";
import type { Client } from "./load/model.ts";
import { runLoad } from "./load/run.ts";
import { errorsOf } from "./measure-pages.ts";
import { processorBelow } from "./processes.ts";
import { figure, table } from "./table.ts";
import { org, type World } from "./world.ts";

const SAVERS = 20;
const EDITORS = 30;
const READERS = 20;
const PAUSE_MS = 2_000;

/** One client alone; twenty at once on cells of their own; and editors and readers at an ordinary pace together. */
export async function measureSaves(world: World): Promise<void> {
  const { product, options, people, pages, print } = world;
  const load = (clients: Client[], seconds: number) =>
    runLoad({ origin: product.origin, seconds, gzip: false, clients });
  const savers = async (count: number, everyMs: number | null) => {
    const cells = await saveableCells(product.databaseUrl, count);
    return cells.map(({ cell }, at): Client => {
      const cookie = people.editors[at % people.editors.length]!;
      return { kind: "save", group: "editors", cookie, everyMs, org, cell };
    });
  };
  await load(await savers(1, null), Math.min(1, options.seconds / 4));
  const before = await revisions(product.databaseUrl);
  const { editors: alone } = await load(await savers(1, null), options.seconds);
  const spent = () => [processorBelow(product.pid, "server"), processorBelow(product.pid, "postgres")];
  const from = spent();
  const { editors: together } = await load(await savers(SAVERS, null), options.seconds * 2);
  const processor = spent().map((ms, at) => (ms === null ? "–" : figure((ms - (from[at] ?? 0)) / together!.requests)));
  const kept = (await revisions(product.databaseUrl)) - before;
  const acknowledged = alone!.requests - alone!.errors + together!.requests - together!.errors;
  const paths = Object.values(pages);
  const readers = Array.from({ length: READERS }, (_, at): Client => ({
    kind: "read",
    group: "readers",
    cookie: people.readers[at % people.readers.length]!,
    everyMs: PAUSE_MS,
    paths: [...paths.slice(at % paths.length), ...paths.slice(0, at % paths.length)],
  }));
  const { editors, readers: read } = await load(
    [...(await savers(EDITORS, PAUSE_MS)), ...readers],
    options.readerSeconds,
  );
  const row = (name: string, answered: NonNullable<typeof alone>) => [
    name,
    answered.perSecond,
    answered.mean,
    answered.p50,
    answered.p95,
    answered.p99,
    errorsOf(answered),
  ];
  print(
    table(
      ["Saves of one cell", "per second", "mean ms", "p50 ms", "p95 ms", "p99 ms", "errors"],
      [
        row("1 client alone", alone!),
        row(`${SAVERS} clients, each its own cell`, together!),
        row(`${EDITORS} editors, a save every 2 s, beside ${READERS} readers`, editors!),
        row(`those ${READERS} readers, a page every 2 s`, read!),
      ],
    ),
  );
  print(`Processor per save of the ${SAVERS} clients: web server ${processor[0]} ms, PostgreSQL ${processor[1]} ms.`);
  print(`${acknowledged} saves were acknowledged at full throttle; the history holds ${kept} more revisions.`);
}

async function revisions(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) =>
    Number((await client.query(`SELECT count(*) FROM "ValueRevision"`)).rows[0].count),
  );
}
