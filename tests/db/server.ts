/** One embedded PostgreSQL for the whole run, with a migrated template that every test file copies. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { withClient } from "../../lib/database/connection.ts";
import { startEmbedded } from "../../lib/database/embedded.ts";
import { migrate } from "../../lib/database/migrate.ts";
import { prepareRole } from "../../lib/database/role.ts";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

export const TEMPLATE = "ledestjerne_template";

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), "ledestjerne-db-"));
  const server = await startEmbedded(home);
  await withClient(server.url, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  await prepareRole(template.href, (reason) => {
    throw new Error(reason);
  });
  project.provide("serverUrl", server.url);
  return async () => {
    await server.stop();
    await rm(home, { recursive: true, force: true });
  };
}
