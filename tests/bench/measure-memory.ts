/** Memory of all processes of the product, the browser that prints apart. */
import type { Memory } from "./processes.ts";
import { table } from "./table.ts";

/** The table of some moments; says so where the platform does not tell. */
export function memoryTable(moments: [string, Memory | null][]): string {
  const rows = moments.map(([name, memory]) => {
    const owners = memory?.owners;
    return [
      name,
      whole(memory?.pss),
      whole(memory?.rss),
      whole(owners?.server),
      whole(owners?.postgres),
      whole(owners?.start),
      whole(owners?.browser),
    ];
  });
  return table(
    ["Memory, MB", "product", "product, sum of RSS", "web server", "PostgreSQL", "start", "printing browser"],
    rows,
  );
}

function whole(megabytes: number | undefined): number | null {
  return megabytes === undefined ? null : Math.round(megabytes);
}
