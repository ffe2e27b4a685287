import pino from "pino";

/** The structured log: one JSON object a line on standard output. Never a figure's text, a name, an address or a secret; people appear by id. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: {
    paths: ["password", "token", "email", "name", "*.password", "*.token", "*.email", "*.name", "headers", "cookie"],
    censor: "[hidden]",
  },
});
