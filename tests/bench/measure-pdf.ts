/** The report as PDF: the first one after a start, with no browser open, with the browser open, and when nothing changed since. */
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { touchData } from "./cells.ts";
import { endBrowser } from "./processes.ts";
import { figure, table } from "./table.ts";
import { org, readYear, type World } from "./world.ts";

type Printed = { ms: number; bytes: Uint8Array };

/** Prints the report first and cold, then warm after a change of the organisation's data, then once more as it is kept. */
export async function measurePdf({ product, people, options, print }: World): Promise<void> {
  const cookie = people.readers[0]!;
  const first = await printed(product.origin, cookie);
  await endBrowser(product.pid);
  await touchData(product.databaseUrl);
  const cold = await printed(product.origin, cookie);
  const warm: Printed[] = [];
  for (let turn = 0; turn < options.repeats; turn += 1) {
    await touchData(product.databaseUrl);
    warm.push(await printed(product.origin, cookie));
  }
  const kept = await printed(product.origin, cookie);
  const middle = warm.sort((a, b) => a.ms - b.ms)[Math.floor(warm.length / 2)]!;
  const rows = await Promise.all(
    [
      ["first after a start", first],
      ["cold: starts the browser", cold],
      ["warm: after a change", middle],
      ["kept: nothing changed", kept],
    ].map(async ([name, one]) => {
      const { ms, bytes } = one as Printed;
      return [name as string, Math.round(ms), await pagesIn(bytes), `${figure(bytes.length / 1000)} kB`];
    }),
  );
  print(table(["Report as PDF", "ms", "pages", "size"], rows));
}

async function printed(origin: string, cookie: string): Promise<Printed> {
  const begin = performance.now();
  const answer = await fetch(`${origin}/${org}/reports/${readYear}/export/pdf`, { headers: { cookie } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!answer.ok)
    throw new Error(`The PDF answered ${answer.status}: ${new TextDecoder().decode(bytes).slice(0, 200)}`);
  return { ms: performance.now() - begin, bytes };
}

async function pagesIn(bytes: Uint8Array): Promise<number> {
  const document = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages = document.numPages;
  await document.loadingTask.destroy();
  return pages;
}
