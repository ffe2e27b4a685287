// Memory given back at rest. V8 collects when it must, not when it may: what an hour's readers left behind would stay
// until the next ones come. Plain JavaScript, as the web server's process is.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const EVERY_MS = 5_000;
/** Above this share of one processor, somebody is being answered. */
const BUSY = 0.1;

/**
 * V8's whole collection, without a flag on the command line: resolves when the memory is given back. It stops the
 * thread for a quarter of a second at most.
 */
export function collector() {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc");
  return () => gc({ type: "major", execution: "async", flavor: "last-resort" });
}

/** To be told, again and again, the share of a processor that was used: collects once when work has come to rest. */
export function afterWork(collect) {
  let worked = false;
  return (share) => {
    if (share > BUSY) worked = true;
    else if (worked) {
      worked = false;
      collect();
    }
  };
}

/** Watches this process from now on, without keeping it alive. */
export function collectAtRest() {
  const tell = afterWork(collector());
  let before = process.cpuUsage();
  setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    tell((user + system) / 1000 / EVERY_MS);
  }, EVERY_MS).unref();
}
