/** The public page of an edition: at full throttle beside a page Next.js prerendered, in the browser beside a page written by hand, and its print beside the report's. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { touchData } from "../cells.ts";
import { bodyOf, startFloor, type Served } from "../floor.ts";
import { percentile } from "../load/model.ts";
import { throttle } from "../load/run.ts";
import { errorsOf } from "../measure-pages.ts";
import { figure, table } from "../table.ts";
import { org, readYear, type World } from "../world.ts";
import { painted, type Painted } from "./paint.ts";

const address = `/published/${org}/${readYear}/da/index.html`;

/** Measures the page that `publish` opened; without it there is none. */
export async function measurePublic(world: World): Promise<void> {
  const answer = await fetch(world.product.origin + address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: run it together with publish.`);
  const html = await answer.text();
  await measureThroughput(world, html);
  await measureLoad(world, html);
  await measurePrint(world, html);
}

async function measureThroughput({ product, options, home, print }: World, html: string): Promise<void> {
  const floor = await startFloor(bodyOf(html), join(home, "public-floor.html"));
  const targets: [string, Served, string][] = [
    ["prerendered by Next.js, the same body", floor, "/kept/report"],
    ["public page", product, address],
  ];
  const rows: (string | number | null)[][] = [];
  for (const gzip of [false, true])
    for (const connections of options.connections) {
      let bare = 0;
      for (const [name, served, path] of targets) {
        const answered = await throttle(served, path, [""], connections, options.seconds, gzip);
        if (served === floor) bare = answered.perSecond;
        const { bytes, perSecond, p50, p95, processor } = answered;
        const ratio = bare === 0 ? null : `${(perSecond / bare).toFixed(2)} ×`;
        rows.push([
          name,
          gzip ? "gzip" : "plain",
          connections,
          figure(bytes / 1000),
          perSecond,
          ratio,
          p50,
          p95,
          processor,
          errorsOf(answered),
        ]);
      }
    }
  await floor.stop();
  print(
    table(
      [
        "Public page, full throttle",
        "as",
        "connections",
        "kB",
        "requests/s",
        "of Next's",
        "p50 ms",
        "p95 ms",
        "CPU ms",
        "errors",
      ],
      rows,
    ),
  );
}

/** What somebody would write by hand: the same words, tables and drawings, and twenty lines of style. */
function byHand(html: string): string {
  const style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:1016px;margin:0 auto;padding:0 20px;color:#16202a;background:#fbfaf7}h1,h2,h3{font-family:Georgia,serif;font-weight:400}h1{font-size:56px}table{border-collapse:collapse;width:100%;font-size:14px}th,td{border-top:1px solid #dedad0;padding:6px;text-align:right}th:first-child{text-align:left}svg{max-width:720px;width:100%;height:auto}.half{display:none}.sign{width:12px;height:12px}.sign-sprite{display:none}ul{list-style:none;padding:0}";
  return `<!doctype html><html lang="da"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>CSR</title><style>${style}</style></head><body>${bodyOf(html)}</body></html>`;
}

async function measureLoad({ product, browser, options, print }: World, html: string): Promise<void> {
  const hand = await serve(byHand(html), `${product.origin}/published/${org}/${readYear}`);
  const pages: [string, string][] = [
    ["written by hand, the same content", `${hand.origin}/da/index.html`],
    ["public page", product.origin + address],
  ];
  const rows: (string | number)[][] = [];
  for (const screen of ["phone", "desk"] as const) {
    const runs: Painted[][] = pages.map(() => []);
    // Turn by turn, so that whatever else the machine does meets both; the first of each starts something.
    for (let turn = -1; turn < options.repeats * 3; turn += 1)
      for (const [at, [, url]] of pages.entries()) {
        const run = await painted(browser, screen, url);
        if (turn >= 0) runs[at]!.push(run);
      }
    const median = (at: number, key: keyof Painted) =>
      percentile(
        runs[at]!.map((run) => run[key]).sort((a, b) => a - b),
        0.5,
      );
    for (const [at, [name]] of pages.entries())
      rows.push([
        name,
        screen,
        Math.round(median(at, "fcp")),
        Math.round(median(at, "lcp")),
        `${(median(at, "lcp") / median(0, "lcp")).toFixed(2)} ×`,
        median(at, "cls").toFixed(3),
        figure(median(at, "all") / 1000),
      ]);
  }
  hand.server.close();
  print(table(["First load, 4× slower CPU, 10 Mbit/s", "on", "FCP ms", "LCP ms", "of by hand", "CLS", "all kB"], rows));
}

/** The page, and beside it the pictures of the other. */
function serve(html: string, beside: string): Promise<{ origin: string; server: Server }> {
  const body = gzipSync(html, { level: 9 });
  const server = createServer((request, response) => {
    if (request.url === "/da/index.html") {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
      response.end(body);
    } else void pass(beside + request.url, response);
  });
  return new Promise((done) =>
    server.listen(0, "127.0.0.1", () =>
      done({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
    ),
  );
}

async function pass(url: string, response: ServerResponse): Promise<void> {
  const answer = await fetch(url);
  response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "text/plain" });
  response.end(new Uint8Array(await answer.arrayBuffer()));
}

/** The report's PDF after a change of its figures, beside the time Chromium needs to print the frozen page once. */
async function measurePrint({ product, browser, people, options, print }: World, html: string): Promise<void> {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const [once, ours]: [number[], number[]] = [[], []];
  for (let turn = 0; turn <= options.repeats; turn += 1) {
    const page = await context.newPage();
    const begin = performance.now();
    await page.setContent(html, { waitUntil: "load" });
    await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true });
    const printed = performance.now();
    await page.close();
    await touchData(product.databaseUrl);
    const asked = performance.now();
    await fetch(`${product.origin}/${org}/reports/${readYear}/export/pdf`, {
      headers: { cookie: people.readers[0]! },
    }).then((answer) => answer.arrayBuffer());
    // The first of each starts something.
    if (turn === 0) continue;
    once.push(printed - begin);
    ours.push(performance.now() - asked);
  }
  await context.close();
  const median = (times: number[]) =>
    Math.round(
      percentile(
        times.sort((a, b) => a - b),
        0.5,
      ),
    );
  const ratio = `${(median(ours) / median(once)).toFixed(2)} ×`;
  print(
    table(
      ["Printing, browser open", "ms", "of once"],
      [
        ["Chromium prints the frozen page once, tagged", median(once), "1 ×"],
        ["the report's PDF after a change, over HTTP", median(ours), ratio],
      ],
    ),
  );
}
