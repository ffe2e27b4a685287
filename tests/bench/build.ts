/** Builds the product into the folder named on the command line, unless that is done. */
import { ensureBuilt } from "../../lib/operation/build.ts";

await ensureBuilt(process.argv[2]!, (line) => console.error(line));
process.exit();
