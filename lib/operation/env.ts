/** Every environment variable the application reads, with its meaning and default. `.env.example` lists the same. */
import { z } from "zod";

const port = z.coerce.number("must be a number").int("must be a whole number").min(1, "must be 1–65535").max(65535, "must be 1–65535");
const origin = z
  .url({ protocol: /^https?$/, error: "must be an address such as https://esg.example.dk", abort: true })
  .refine((text) => text === new URL(text).origin, "must be scheme, host and port only, without a slash at the end");
const postgres = z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgresql://" });

export const schema = z.object({
  PORT: port.default(3000).describe("Port the application listens on."),
  HOST: z.string().default("127.0.0.1").describe("Address the application listens on; 0.0.0.0 for every one. The demo accepts loopback only."),
  APP_ORIGIN: origin.optional().describe("The address people type, exactly. Forms sent from anywhere else are refused. Default: http://127.0.0.1:PORT."),
  DATA_DIR: z.string().default(".data").describe("Folder for what must be kept: the embedded database, secrets."),
  DATABASE_URL: postgres.optional().describe("A PostgreSQL 15+ server of your own: postgresql://user:password@host:5432/name. Default: the embedded one."),
  AUTH_SECRET: z.string().min(32, "must have at least 32 characters").optional().describe("Key that signs cookies. Default: made at the first start and kept in DATA_DIR."),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"], "must be one of trace, debug, info, warn, error, fatal, silent").default("info").describe("Least severity that is logged."),
  WRITES_PER_MINUTE: z.coerce.number("must be a number").int().positive("must be above 0").default(600).describe("Writes one person may make in a minute before being told to wait."),
  CHROMIUM_PATH: z.string().optional().describe("Chromium or Chrome for PDF and browser tests. Default: the system's, else Playwright's own."),
  NEXT_DIST_DIR: z.string().default(".next").describe("Folder of the build."),
  LEDESTJERNE_DEMO: z.literal("1", "is set by npm run demo only").optional().describe("Set by npm run demo: shows the demo's sign-ins on the sign-in page. Never set it yourself."),
});

/** The checked environment. */
export type Environment = Omit<z.output<typeof schema>, "APP_ORIGIN"> & { APP_ORIGIN: string };

/** Environment variables that make no sense, one line each. */
export class EnvironmentError extends Error {
  constructor(readonly lines: string[]) {
    super(lines.join("\n"));
  }
}

/** Checks the variables; an empty one counts as not set. Throws an EnvironmentError that names each bad one without its content, which may be a secret. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text?.trim()));
  const read = schema.safeParse(given);
  if (!read.success) throw new EnvironmentError(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`));
  return { ...read.data, APP_ORIGIN: read.data.APP_ORIGIN ?? `http://127.0.0.1:${read.data.PORT}` };
}

/** `.env.example`: each variable with its meaning and, commented out, its default. */
export function exampleFile(): string {
  const entries = Object.entries(schema.shape).map(([name, field]) => {
    const fallback = field.safeParse(undefined).data;
    return `# ${field.description}\n# ${name}=${fallback ?? ""}\n`;
  });
  return ["# Every environment variable, with its default. All are checked at the start.\n", ...entries].join("\n");
}

/** Whether only this computer can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}
