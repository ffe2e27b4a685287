/** `npm run verify-edition -- FOLDER`: holds the folder of an edition against its manifest, offline. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { faultsOf } from "../edition/manifest/model.ts";
import { FIGURES, MANIFEST, sha256, spaced } from "../edition/model.ts";

const said = {
  unreadable: "manifest.json is missing or cannot be read",
  otherFormat: "manifest.json is of a format this version does not know",
  figures: "the digest of the figures is not that of figures.json",
  missing: "is missing",
  changed: "was changed",
  unlisted: "is not of this edition",
  notPrinted: "does not print the digest of the figures",
};

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("npm run verify-edition -- FOLDER");
  process.exit(2);
}

const files = filesIn(folder);
const faults = faultsOf(files);
for (const fault of faults) console.error("path" in fault ? `${fault.path} ${said[fault.fault]}` : said[fault.fault]);
const figures = files.get(FIGURES);
if (figures) console.log(`Digest of the figures: ${spaced(sha256(figures))}`);
console.log(faults.length === 0 ? `${files.size - 1} files as ${MANIFEST} says.` : `${faults.length} faults.`);
process.exit(faults.length === 0 ? 0 : 1);

function filesIn(root: string): Map<string, Uint8Array> {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path)]),
  );
}
