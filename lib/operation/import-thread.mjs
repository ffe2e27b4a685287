// The thread's way into the sources: a thread's first file is loaded before any loader of TypeScript is.
import { register } from "tsx/esm/api";

register();
await import("./import-worker.ts");
