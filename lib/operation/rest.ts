/** Gives back, when nobody asks for anything, the memory that answering many has left behind: Node.js alone keeps it. */
import { Session } from "node:inspector";
import { performance } from "node:perf_hooks";

const LOOK_MS = 10_000;
/** Share of the time the server was at work between two looks. */
const BUSY = 0.1;
const AT_REST = 0.02;

const kept = globalThis as { rest?: NodeJS.Timeout };

/** Looks for as long as the process lives, once however often it is called. */
export function collectAtRest(): void {
  if (kept.rest) return;
  let before = performance.eventLoopUtilization();
  const workedShare = () => {
    const { utilization } = performance.eventLoopUtilization(before);
    before = performance.eventLoopUtilization();
    return utilization;
  };
  kept.rest = setInterval(lookForRest(workedShare, collect), LOOK_MS).unref();
}

/** All there is, and the pages together: an ordinary collection leaves them half empty, and so hands few of them back. */
function collect(): void {
  const session = new Session();
  session.connect();
  session.post("HeapProfiler.collectGarbage", () => session.disconnect());
}

/** A look at how much was done since the last one (`workedShare`, 0–1): `collect` is called once when work is followed by rest. */
export function lookForRest(workedShare: () => number, collect: () => void): () => void {
  let wasBusy = false;
  return () => {
    const share = workedShare();
    if (share > BUSY) wasBusy = true;
    if (!wasBusy || share > AT_REST) return;
    wasBusy = false;
    collect();
  };
}
