/** How far publishing has come: what is being done, and of the files how many there are of how many. */
export type Progress = { step: "checking" | "drawing" | "saving"; done: number; of: number };

/** Where somebody is publishing in this process. One process for one moment: whoever asks another sees that it takes its time. */
const kept = globalThis as { publishing?: Map<string, Progress> };
const running: Map<string, Progress> = (kept.publishing ??= new Map());

const keyOf = (organisationId: string, year: number) => `${organisationId} ${year}`;

/** Says how far publishing a report has come. */
export function noteProgress(organisationId: string, year: number, progress: Progress): void {
  running.set(keyOf(organisationId, year), progress);
}

/** Publishing is over, whether well or not. */
export function endProgress(organisationId: string, year: number): void {
  running.delete(keyOf(organisationId, year));
}

/** How far publishing a report has come; null: nobody publishes it here. */
export function progressOf(organisationId: string, year: number): Progress | null {
  return running.get(keyOf(organisationId, year)) ?? null;
}
