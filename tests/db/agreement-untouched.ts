import { afterAll, beforeAll, beforeEach } from "vitest";
import { agreementWorld, type AgreementWorld } from "./agreement-world";
import { freshDatabase, type TestDatabase } from "./harness";

/** Gives the tests of a file a database of their own, and each of them an organisation whose drafts nobody has touched. */
export function untouched(slug: string, take: (world: TestDatabase, it_: AgreementWorld) => void): void {
  let world: TestDatabase;
  let turn = 0;
  beforeAll(async () => {
    world = await freshDatabase();
  });
  beforeEach(async () => take(world, await agreementWorld(world.database, `${slug}-${++turn}`)));
  afterAll(() => world.close());
}
