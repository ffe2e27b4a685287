/** First load in the browser: sign-in, dashboard, report and entry sheet, unthrottled and slowed. */
import { percentile } from "./load/model.ts";
import { firstLoad, type FirstLoad } from "./first-load.ts";
import { figure, table } from "./table.ts";
import type { World } from "./world.ts";

const SPEEDS = [
  { name: "unthrottled", slow: false },
  { name: "4× slower CPU, 10 Mbit/s, 40 ms", slow: true },
];

/** Loads each page some times with empty caches and prints the medians. */
export async function measureFirstLoad({ browser, product, people, pages, options, print }: World): Promise<void> {
  const signedIn = { storageState: await people.context.storageState() };
  const loaded = [
    { name: "sign-in", path: "/sign-in", context: {} },
    ...Object.entries(pages).map(([name, path]) => ({ name, path, context: signedIn })),
  ];
  for (const speed of SPEEDS) {
    const rows: (string | number)[][] = [];
    for (const { name, path, context } of loaded) {
      const runs: FirstLoad[] = [];
      for (let turn = 0; turn < options.repeats; turn += 1)
        runs.push(await firstLoad(browser, context, product.origin + path, speed.slow));
      const median = (key: keyof FirstLoad) =>
        percentile(
          runs.map((run) => run[key]).sort((a, b) => a - b),
          0.5,
        );
      const kilo = (key: keyof FirstLoad) => figure(median(key) / 1000);
      rows.push([
        name,
        Math.round(median("fcp")),
        Math.round(median("lcp")),
        median("cls").toFixed(3),
        Math.round(median("blocking")),
        Math.round(median("loaded")),
        kilo("scriptBefore"),
        kilo("scriptAfter"),
        kilo("html"),
        kilo("all"),
      ]);
    }
    print(
      table(
        [
          `First load, ${speed.name}`,
          "FCP ms",
          "LCP ms",
          "CLS",
          "blocking ms",
          "load ms",
          "JS before load kB",
          "JS after kB",
          "HTML kB",
          "all kB",
        ],
        rows,
      ),
    );
  }
}
