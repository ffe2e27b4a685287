/** Loads the demo into the database at DATABASE_URL, in a process of its own: the start stays small. */
import { loadDemo } from "../../prisma/seed.ts";

await loadDemo(process.env.DATABASE_URL!);
process.exit();
