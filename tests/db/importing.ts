import { afterAll, beforeAll } from "vitest";
import { connectedDatabase, type ConnectedDatabase } from "./harness";
import { importWorld, type ImportWorld } from "./import-world";

type Importing = ConnectedDatabase & { world: () => Promise<ImportWorld> };

/** Gives the tests of a file a database of their own with a connection, and an organisation to import into each time one is asked for. */
export function importing(slug: string, take: (made: Importing) => void): void {
  let made: ConnectedDatabase;
  let serial = 0;
  beforeAll(async () => {
    made = await connectedDatabase();
    take({ ...made, world: () => importWorld(made.database, `${slug}-${++serial}`) });
  }, 60_000);
  afterAll(() => made.close());
}
