/** Builds the application without starting it, for a container's image. */
import { ensureBuilt } from "./build.ts";
import { readEnvironment } from "./env.ts";

await ensureBuilt(readEnvironment(process.env).NEXT_DIST_DIR, (line) => console.log(line));
process.exit();
