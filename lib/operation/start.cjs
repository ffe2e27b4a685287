// The door of `npm start` and `npm run demo`. TypeScript is read by tsx's CommonJS hook: its loader for modules would
// keep a thread and 25 MB in a process that only watches.
require("tsx/cjs");
require("./start.ts");
