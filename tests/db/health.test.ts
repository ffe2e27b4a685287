import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GET } from "@/app/healthz/route";
import { withClient } from "@/lib/database/connection";
import { startEmbedded, type EmbeddedDatabase } from "@/lib/database/embedded";
import { migrate } from "@/lib/database/migrate";

let home: string;
let server: EmbeddedDatabase;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "ledestjerne-health-"));
  server = await startEmbedded(home);
  process.env.DATABASE_URL = server.url;
});
afterAll(async () => {
  await server.stop();
  await rm(home, { recursive: true, force: true });
});

async function answer() {
  const response = await GET();
  return { status: response.status, cache: response.headers.get("cache-control"), ...(await response.json()) };
}

describe("GET /healthz", () => {
  test("tells missing migrations, readiness, strange migrations, a lost database and its return", async () => {
    const cache = "no-store";
    expect(await answer()).toEqual({ status: 503, cache, ready: false, database: "up", migrations: "missing" });
    await migrate(server.url);
    expect(await answer()).toEqual({ status: 200, cache, ready: true, database: "up", migrations: "applied" });

    await withClient(server.url, (client) => client.query(`UPDATE "_prisma_migrations" SET checksum = 'edited'`));
    expect(await answer()).toEqual({ status: 503, cache, ready: false, database: "up", migrations: "mismatch" });
    await withClient(server.url, (client) => client.query(`TRUNCATE "_prisma_migrations"`));

    await server.stop();
    expect(await answer()).toEqual({ status: 503, cache, ready: false, database: "down", migrations: "unknown" });
    server = await startEmbedded(home, server.port);
    expect(await answer()).toMatchObject({ status: 503, database: "up", migrations: "missing" });
  });

  test("many at once ask the database once", async () => {
    const states = await Promise.all(Array.from({ length: 50 }, answer));
    expect(new Set(states.map((state) => JSON.stringify(state))).size).toBe(1);
    const connections = await withClient(
      server.url,
      async (client) =>
        (await client.query("SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'ledestjerne'"))
          .rows[0].n as number,
    );
    expect(connections).toBeLessThanOrEqual(2);
  });
});
