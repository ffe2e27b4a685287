// The web server's process: plain JavaScript, because a TypeScript loader would cost it memory and start time.
// It loads the build while the parent opens the database, and listens when it is told that the database is ready.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import next from "next";
import { collectAtRest } from "./rest.mjs";

const STOP_LIMIT_MS = 5_000;
const { HOST: hostname, PORT } = process.env;
const port = Number(PORT);

process.title = "ledestjerne";
// Ctrl-C reaches the whole terminal group; the parent says when it is our turn.
process.on("SIGINT", () => {});

// The parent was killed: nobody else will stop the embedded server. Before the leash, which ends this process.
let postgres = null;
process.prependOnceListener("disconnect", () => {
  if (postgres) process.kill(Number(readFileSync(postgres, "utf8").split("\n")[0]), "SIGINT");
});
process.channel.ref();

// The build wrote down its configuration. Read from there, as Next.js' own standalone server reads it, it needs neither
// the compiler nor the plug-ins of a build, which would take 30 MB and half a second; were it not heeded one day, the
// file would be read as before.
const { config } = JSON.parse(readFileSync(join(process.env.NEXT_DIST_DIR || ".next", "required-server-files.json")));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

const app = next({ dir: process.cwd(), dev: false, hostname, port, quiet: true });
// How long it took to read the configuration is Next.js' own matter; whoever starts the product reads what we say.
const { log } = console;
console.log = () => {};
const prepared = app
  .prepare()
  .catch(fail)
  .finally(() => (console.log = log));
const server = createServer();
// Node's default of 5 s closes the connection just when a reader turns the page.
server.keepAliveTimeout = 65_000;
server.on("error", fail);

process.on("message", async (message) => {
  if (message.serve) await serve(message.serve);
  if (message.stop) stop();
});

async function serve({ databaseUrl, postgres: pidFile }) {
  postgres = pidFile;
  process.env.DATABASE_URL = databaseUrl;
  await prepared;
  const handle = app.getRequestHandler();
  server.on("request", (request, response) => (isReadable(request.url) ? handle(request, response) : refuse(response)));
  server.listen(port, hostname, () => process.send({ listening: true }));
  collectAtRest();
}

// Next.js answers an address that decodes to no text with 500, before any code of ours.
function isReadable(address) {
  try {
    decodeURIComponent(address.split("?", 1)[0]);
    return true;
  } catch {
    return false;
  }
}

function refuse(response) {
  response.writeHead(400, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
  response.end("Adressen kan ikke læses.\n\nThe address cannot be read.\n");
}

function fail(error) {
  process.send({ failed: error.code ?? error.message }, () => process.exit(1));
}

function stop() {
  const limit = setTimeout(() => server.closeAllConnections(), STOP_LIMIT_MS);
  server.close(async () => {
    clearTimeout(limit);
    await app.close();
    process.exit(0);
  });
  server.closeIdleConnections();
}
