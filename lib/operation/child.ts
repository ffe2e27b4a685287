/** Child processes that end with us, whatever ends us. */
import { spawn, type ChildProcess } from "node:child_process";

/** npm runs its scripts in the folder of package.json, which is where everything here is found from. */
const LEASH = "./lib/operation/leash.mjs";

/** Options of a child: what goes before its script, its environment beside ours, and where its output goes. */
type Options = { nodeArgs?: string[]; env?: Record<string, string | undefined>; output?: "inherit" | "ignore" };

/** Runs a script with node, on the leash. */
export function runNode(script: string[], { nodeArgs = [], env = {}, output = "inherit" }: Options = {}): ChildProcess {
  return spawn(process.execPath, [...nodeArgs, "--import", LEASH, ...script], {
    stdio: ["ignore", output, output === "ignore" ? "inherit" : output, "ipc"],
    env: { ...process.env, ...env },
  });
}

/** Waits for a child's end. Throws `failure` when it is not a good one. */
export async function succeeded(child: ChildProcess, failure: string): Promise<void> {
  const [code, signal] = await new Promise<[number | null, string | null]>((done) =>
    child.once("exit", (...how) => done(how)),
  );
  if (code !== 0) throw new Error(`${failure} (${signal ?? `exit code ${code}`})`);
}
