/** Pages and exports at full throttle, against the floor measured in the same run; and readers at an ordinary pace. */
import { join } from "node:path";
import { bodyOf, startFloor, type Served } from "./floor.ts";
import { touchData } from "./cells.ts";
import { percentile, type Answered, type Client } from "./load/model.ts";
import { runLoad, throttle, type Throttled } from "./load/run.ts";
import { figure, table } from "./table.ts";
import { exports, type World } from "./world.ts";

const READERS = 20;
const READ_EVERY_MS = 2_000;

/** Measures every page and export at each number of connections, and the floor at the same. */
export async function measurePages(world: World): Promise<void> {
  const { product, options, people, pages, print } = world;
  const report = await fetch(product.origin + pages.report, { headers: { cookie: people.readers[0]! } }).then(
    (response) => response.text(),
  );
  const floorHtml = bodyOf(report);
  const floor = await startFloor(floorHtml, join(world.home, "floor.html"));
  const targets: { name: string; served: Served; path: string }[] = [
    { name: "floor: bare Next.js, the report's HTML", served: floor, path: "/" },
    ...Object.entries({ ...pages, ...exports }).map(([name, path]) => ({ name, served: product, path })),
  ];
  const rows: (string | number | null)[][] = [];
  const floors = new Map<number, Throttled>();
  for (const { name, served, path } of targets) {
    for (const connections of options.connections) {
      const answered = await throttle(served, path, people.readers, connections, options.seconds);
      if (served === floor) floors.set(connections, answered);
      const bare = floors.get(connections)!;
      const { bytes, perSecond, p50, p95, p99, processor } = answered;
      rows.push([
        name,
        connections,
        figure(bytes / 1000),
        perSecond,
        percent(perSecond, bare.perSecond),
        p50,
        p95,
        p99,
        processor,
        percent(bare.processor, processor),
        errorsOf(answered),
      ]);
    }
  }
  await floor.stop();
  print(
    table(
      [
        "Full throttle",
        "connections",
        "kB",
        "requests/s",
        "of the floor",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "CPU ms",
        "of the floor by CPU",
        "errors",
      ],
      rows,
    ),
  );
  print(
    `The floor sends the report's body (${figure(floorHtml.length / 1000)} kB of HTML) and repeats it for React; uncompressed, HTTP/1.1, keep-alive. CPU is what all processes of the product spend on one answer; on a machine that does something else besides, trust it rather than the clock.`,
  );
  await measureReaders(world, Object.values(pages));
  await measureAfterChange(world);
}

/** How long the first reader waits after any figure of the organisation has changed, when nothing worked out before serves. */
async function measureAfterChange({ product, options, people, pages, print }: World): Promise<void> {
  const rows: (string | number)[][] = [];
  for (const [name, path] of Object.entries({ ...pages, ...exports })) {
    const times: number[] = [];
    for (let turn = 0; turn < options.repeats * 3; turn += 1) {
      await touchData(product.databaseUrl);
      const begin = performance.now();
      await fetch(product.origin + path, { headers: { cookie: people.readers[0]! } }).then((response) =>
        response.text(),
      );
      times.push(performance.now() - begin);
    }
    rows.push([
      name,
      percentile(
        times.sort((a, b) => a - b),
        0.5,
      ),
      Math.max(...times),
    ]);
  }
  print(table(["First reader after a change", "median ms", "slowest ms"], rows));
}

/** Twenty people who each load a page every two seconds. */
async function measureReaders({ product, options, people, print }: World, paths: string[]): Promise<void> {
  const clients = Array.from({ length: READERS }, (_, at): Client => {
    const turned = [...paths.slice(at % paths.length), ...paths.slice(0, at % paths.length)];
    return {
      kind: "read",
      group: "readers",
      cookie: people.readers[at % people.readers.length]!,
      everyMs: READ_EVERY_MS,
      paths: turned,
    };
  });
  const { readers } = await runLoad({ origin: product.origin, seconds: options.readerSeconds, gzip: true, clients });
  print(
    table(
      [`${READERS} readers, a page every 2 s, gzip`, "loads", "p50 ms", "p95 ms", "p99 ms", "errors"],
      [["all pages in turn", readers!.requests, readers!.p50, readers!.p95, readers!.p99, errorsOf(readers!)]],
    ),
  );
}

function percent(part: number | null, whole: number | null): string | null {
  return part && whole ? `${Math.round((100 * part) / whole)} %` : null;
}

/** How many answers were not what was asked for, and what the first of them was. */
export function errorsOf({ errors, firstError }: Answered): string {
  return errors ? `${errors} (${firstError?.slice(0, 120).replace(/[|\n]/g, " ")})` : "0";
}
