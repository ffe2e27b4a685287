/** An edition's folder as whoever received it handles it: weighed, unpacked, verified offline. */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/** What the pictures in a PDF weigh. */
export function picturesIn(pdf: Buffer): number {
  const heads = pdf.toString("latin1").matchAll(/\/Subtype \/Image\b(?:(?!endobj|stream)[\s\S])*?\/Length (\d+)/g);
  return [...heads].reduce((sum, [, length]) => sum + Number(length), 0);
}

/** Takes every file of a ZIP out into a folder. */
export async function unpacked(zip: string, into: string): Promise<void> {
  const archive = await new Promise<ZipFile>((done, fail) =>
    yauzl.open(zip, { lazyEntries: true }, (error, opened) => (error ? fail(error) : done(opened))),
  );
  await new Promise<void>((done, fail) => {
    archive.on("error", fail).on("end", done);
    archive.on("entry", (entry: Entry) =>
      archive.openReadStream(entry, (error, stream) => {
        if (error) return fail(error);
        void stream
          .toArray()
          .then(async (parts: Buffer[]) => {
            const path = join(into, entry.fileName);
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, Buffer.concat(parts));
            archive.readEntry();
          })
          .catch(fail);
      }),
    );
    archive.readEntry();
  });
}

/** What `npm run verify-edition` prints of a folder; throws where it does not verify. */
export async function verified(folder: string): Promise<string> {
  const command = ["--import", "tsx", "lib/operation/verify-edition.ts", folder];
  return (await promisify(execFile)(process.execPath, command)).stdout;
}
