import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import { pool } from "./pool.ts";
import { statementName } from "./statement-name.ts";

const kept = globalThis as { database?: PrismaClient };

/** The database; nothing is connected before the first query. Kept across reloads in development. */
export const database: PrismaClient = (kept.database ??= new PrismaClient({
  adapter: new PrismaPg(pool(), { statementNameGenerator: statementName }),
}));
