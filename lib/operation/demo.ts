/** The demo in a database: whether it is there, and loading it. Its sign-ins have a known password, so the two never mix. */
import { demoPassword, demoPeople } from "../../prisma/demo/people.ts";
import { withClient } from "../database/connection.ts";
import { runNode, succeeded } from "./child.ts";

type Content = "nothing" | "demo" | "something else";

/** What a database holds. The demo counts as there when its last sign-in is: loading it is one transaction. */
async function contentOf(url: string): Promise<Content> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ demo: boolean; users: boolean; organisations: boolean }>(
      `SELECT EXISTS (SELECT FROM "User" WHERE email = ANY ($1)) AS demo, EXISTS (SELECT FROM "User") AS users, EXISTS (SELECT FROM "Organisation") AS organisations`,
      [demoPeople.map(({ email }) => email)],
    );
    const { demo, users, organisations } = rows[0]!;
    if (demo) return "demo";
    return users || organisations ? "something else" : "nothing";
  });
}

/** Loads the demo into an empty database; does nothing when it is there. Throws when the database holds something else. */
export async function ensureDemo(url: string, say: (line: string) => void): Promise<void> {
  const content = await contentOf(url);
  if (content === "demo") return;
  if (content === "something else")
    throw new Error("The database holds organisations of its own; the demo needs an empty one.");
  say("Loading the demo …");
  // Prisma reads relations side by side, which pg warns of on the one connection of a transaction.
  const nodeArgs = ["--no-deprecation", "--import", "tsx"];
  const child = runNode(["lib/operation/load-demo.ts"], { nodeArgs, env: { DATABASE_URL: url } });
  await succeeded(child, "The demo could not be loaded.");
}

/** Throws when a database holds the demo's sign-ins: their password is known to everybody. */
export async function refuseDemo(url: string): Promise<void> {
  if ((await contentOf(url)) === "demo")
    throw new Error(
      "The database holds the demo, whose password everybody knows; only npm run demo serves it. Use another database.",
    );
}

/** The demo's sign-ins, a line each. */
export function demoSignIns(): string {
  const width = Math.max(...demoPeople.map(({ email }) => email.length));
  const lines = demoPeople.map(({ email, roles }) => {
    const orgUnits = roles.flatMap((role) => role.orgUnits ?? []);
    return `  ${email.padEnd(width)}  ${roles[0]!.role} · ${roles.map(({ slug }) => slug).join(", ")}${orgUnits.length ? ` (${orgUnits.join(", ")})` : ""}`;
  });
  return `Sign in with the password ${demoPassword} as\n${lines.join("\n")}`;
}
