/** A database of a test file's own: a copy of the migrated template on the run's real PostgreSQL. */
import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { inject } from "vitest";
import { withClient } from "@/lib/database/connection";
import { PrismaClient } from "@/lib/database/generated/client";
import { restrictedUrl } from "@/lib/database/role";
import { TEMPLATE } from "./server";

/** A fresh database: a client that acts as the application does, both addresses, and how to throw it away. */
export type TestDatabase = { database: PrismaClient; url: string; ownerUrl: string; close: () => Promise<void> };

/**
 * Makes a database; `template: null` makes it empty, without tables. Sets DATABASE_URL, so that lib/database/client and
 * pool, which connect lazily, speak to the same one, as the restricted role.
 */
export async function freshDatabase({ template = TEMPLATE }: { template?: string | null } = {}): Promise<TestDatabase> {
  const server = inject("serverUrl");
  const name = `test_${randomBytes(6).toString("hex")}`;
  await withClient(server, (client) =>
    client.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ""}`),
  );
  const owner = new URL(server);
  owner.pathname = `/${name}`;
  const ownerUrl = owner.href;
  const url = restrictedUrl(ownerUrl);
  process.env.DATABASE_URL = url;
  const database = new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 5 }) });
  const close = async () => {
    await database.$disconnect();
    await withClient(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  return { database, url, ownerUrl, close };
}

/** A fresh database with a plain connection to it, which ends with it. */
export type ConnectedDatabase = TestDatabase & { client: pg.Client };

/** Makes a database and connects to it as the application does. */
export async function connectedDatabase(): Promise<ConnectedDatabase> {
  const made = await freshDatabase();
  const client = new pg.Client({ connectionString: made.url });
  await client.connect();
  const close = async () => {
    await client.end();
    await made.close();
  };
  return { ...made, client, close };
}
