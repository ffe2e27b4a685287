/** Every environment variable the application reads, with its meaning and default. `.env.example` lists the same. */
import * as z from "zod/mini";

const port = z.coerce
  .number("must be a number")
  .check(z.int("must be a whole number"), z.minimum(1, "must be 1–65535"), z.maximum(65535, "must be 1–65535"));
const positive = z.coerce
  .number("must be a number")
  .check(z.int("must be a whole number"), z.positive("must be above 0"));
const origin = z
  .string()
  .check(z.refine(isOrigin, "must be scheme, host and port only, such as https://esg.example.dk"));
const postgres = z.url({ protocol: /^postgres(ql)?$/, error: "must begin with postgresql://" });
const smtp = z.url({ protocol: /^smtps?$/, error: "must begin with smtp:// or smtps://" });
const mailFrom = z
  .string()
  .check(z.regex(/^[^\r\n]*\S+@\S+$|^[^\r\n<>]*<\S+@\S+>$/, "must be an address, or a name and <address>"));
const secret = z.string().check(z.minLength(32, "must have at least 32 characters"));
const level = z.enum(
  ["trace", "debug", "info", "warn", "error", "fatal", "silent"],
  "must be one of trace, debug, info, warn, error, fatal, silent",
);

export const schema = z.object({
  PORT: z._default(port, 3000),
  HOST: z._default(z.string(), "127.0.0.1"),
  APP_ORIGIN: z.optional(origin),
  DATA_DIR: z._default(z.string(), ".data"),
  DATABASE_URL: z.optional(postgres),
  AUTH_SECRET: z.optional(secret),
  LOG_LEVEL: z._default(level, "info"),
  WRITES_PER_MINUTE: z._default(positive, 600),
  CHROMIUM_PATH: z.optional(z.string()),
  CHROMIUM_SANDBOX: z._default(z.enum(["on", "off"], "must be on or off"), "on"),
  SMTP_URL: z.optional(smtp),
  MAIL_FROM: z.optional(mailFrom),
  NEXT_DIST_DIR: z._default(z.string(), ".next"),
  LEDESTJERNE_DEMO: z.optional(z.literal("1", "is set by npm run demo only")),
});

/** What each variable is for. */
export const meanings: Record<keyof typeof schema.shape, string> = {
  PORT: "Port the application listens on.",
  HOST: "Address the application listens on; 0.0.0.0 for every one. The demo accepts loopback only.",
  APP_ORIGIN:
    "The address people type, exactly. Forms sent from anywhere else are refused. Default: http://127.0.0.1:PORT.",
  DATA_DIR: "Folder for what must be kept: the embedded database, secrets. The demo keeps its own in a folder in it.",
  DATABASE_URL:
    "A PostgreSQL 15+ server of your own: postgresql://user:password@host:5432/name. Default: the embedded one.",
  AUTH_SECRET: "Key that signs cookies. Default: made at the first start and kept in DATA_DIR.",
  LOG_LEVEL: "Least severity that is logged.",
  WRITES_PER_MINUTE: "Writes one person may make in a minute before being told to wait.",
  CHROMIUM_PATH: "Chromium or Chrome for PDF and browser tests. Default: the system's, else Playwright's own.",
  CHROMIUM_SANDBOX:
    "Whether Chromium shuts itself in while it prints. Off where it cannot, as in a container; it opens our own pages only.",
  SMTP_URL:
    "Mail server for reminders: smtp://user:password@host:587 or smtps://…:465. Without it no mail goes out, and the pages say so.",
  MAIL_FROM: "The sender of mails, needed with SMTP_URL: Ledestjerne <esg@example.dk>.",
  NEXT_DIST_DIR: "Folder of the build.",
  LEDESTJERNE_DEMO: "Set by npm run demo: shows the demo's sign-ins on the sign-in page. Never set it yourself.",
};

/** The checked environment. */
export type Environment = Omit<z.output<typeof schema>, "APP_ORIGIN"> & { APP_ORIGIN: string };

/** Checks the variables; an empty one counts as not set. Throws a line for each bad one, without its content, which may be a secret. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text?.trim()));
  const read = schema.safeParse(given);
  if (!read.success)
    throw new Error(read.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`).join("\n"));
  if (read.data.SMTP_URL && !read.data.MAIL_FROM) throw new Error("MAIL_FROM is needed with SMTP_URL.");
  return { ...read.data, APP_ORIGIN: read.data.APP_ORIGIN ?? `http://127.0.0.1:${read.data.PORT}` };
}

/** `.env.example`: each variable with its meaning and, commented out, its default. */
export function exampleFile(): string {
  const defaults: Record<string, unknown> = schema.parse({});
  const entries = Object.entries(meanings).map(
    ([name, meaning]) => `# ${meaning}\n# ${name}=${defaults[name] ?? ""}\n`,
  );
  return ["# Every environment variable, with its default. All are checked at the start.\n", ...entries].join("\n");
}

/** Whether only this computer can reach an address to listen on. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).origin === text;
}
