import { spawn } from "node:child_process";
import { expect, test } from "vitest";

const watcher = `import("./lib/operation/parents.ts").then(({ watchParents }) => {
  watchParents(() => { console.log("gone"); process.exit(); });
  console.log("up");
  setTimeout(() => process.exit(), 15000);
})`;

test("a start notices that npm's shell was killed", async () => {
  const shell = spawn("sh", ["-c", `"$NODE" --import tsx -e "$WATCHER"; true`], {
    env: { ...process.env, NODE: process.execPath, WATCHER: watcher, npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  const ended = new Promise<void>((done) => shell.stdout.once("close", done));
  shell.stdout.on("data", (part) => {
    said += part;
    if (part.includes("up")) shell.kill("SIGKILL");
  });
  await ended;
  expect(said.trim().split("\n")).toEqual(["up", "gone"]);
}, 20_000);
