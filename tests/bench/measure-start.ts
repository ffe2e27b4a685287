/** Start cold (no data folder yet) and warm (the second start), until `/healthz` says 200. The build is there in both. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { startProduct, type Product } from "./product.ts";
import { percentile } from "./load/model.ts";
import { figure, table } from "./table.ts";

/** Starts and stops the product as often as asked, and leaves a warm one running. */
export async function measureStart(
  home: string,
  distDir: string,
  repeats: number,
): Promise<{ product: Product; text: string }> {
  const cold: number[] = [];
  const warm: number[] = [];
  const dataDir = join(home, "data");
  for (let turn = 0; turn < repeats; turn += 1) {
    rmSync(dataDir, { recursive: true, force: true });
    const first = await startProduct(dataDir, distDir);
    cold.push(first.readyMs);
    await first.stop();
  }
  for (let turn = 1; turn < repeats; turn += 1) {
    const next = await startProduct(dataDir, distDir);
    warm.push(next.readyMs);
    await next.stop();
  }
  const product = await startProduct(dataDir, distDir);
  warm.push(product.readyMs);
  const row = (name: string, times: number[]) => {
    const sorted = [...times].sort((a, b) => a - b);
    return [name, `${figure(percentile(sorted, 0.5) / 1000)} s`, times.map((time) => figure(time / 1000)).join(" · ")];
  };
  const text = table(
    ["Start until ready", "median", "each, s"],
    [row("cold: database made, migrated, demo loaded", cold), row("warm: second start", warm)],
  );
  return { product, text };
}
