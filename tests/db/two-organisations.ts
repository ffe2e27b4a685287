import { afterAll, beforeAll } from "vitest";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation, type ValueWorld } from "./value-world";

/** Gives the tests of a file a database of their own with two organisations; it is filled in before the first of them. */
export function twoOrganisations(): TestDatabase & { aleris: ValueWorld; region: ValueWorld } {
  const here = {} as ReturnType<typeof twoOrganisations>;
  beforeAll(async () => {
    Object.assign(here, await freshDatabase());
    here.aleris = await anOrganisation(here.database, "aleris");
    here.region = await anOrganisation(here.database, "region");
  }, 60_000);
  afterAll(() => here.close());
  return here;
}
