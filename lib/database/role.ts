/**
 * The restricted role the application serves under. Its owner migrates; this role reads and writes rows, and cannot
 * change or delete history, whatever a fault in the application asks for.
 */
import type { ClientBase } from "pg";
import { withClient, withSetupLock } from "./connection.ts";

export const RESTRICTED_ROLE = "ledestjerne_app";

/** Tables that are only ever added to. */
const HISTORY = `"ValueRevision", "ValueConfirmation", "ValueVerdict", "AuditEntry", "KeptFile", "KeptFilePiece", "EmissionFactorVersion", "FactorPin", "Evidence", "EvidenceWithdrawal", "Discussion", "DiscussionEntry", "Restatement", "RestatementEffect", "PublishedFigure", "AgreementStep", "AgreementText", "Signature", "Assessment", "FollowUp", "FollowUpFile", "FollowUpFileWithdrawal", "CommitmentDecision", "AssuranceSample", "AssuranceItem", "AssuranceEntry", "Edition", "EditionFile", "BlockRevision", "PictureSize"`;

/** PostgreSQL's codes for a role that a start on another database of the server makes at the same moment. */
const MADE_MEANWHILE = new Set(["42710", "23505", "XX000"]);
const NOT_ALLOWED = "42501";
/** What a connection pooler in between says to options it does not pass on. */
const NOT_PASSED_ON = "08P01";

/** `url` for the restricted role: the same sign-in, acting as the role from the first statement on. */
export function restrictedUrl(url: string): string {
  const restricted = new URL(url);
  restricted.searchParams.set("options", `-c role=${RESTRICTED_ROLE}`);
  return restricted.href;
}

/**
 * Makes the role if need be, renews its rights, and returns the address to serve with. Where the owner may not make
 * roles, or a pooler does not pass the role on, `warn` is called with the reason and the owner's own address returned.
 */
export async function prepareRole(url: string, warn: (reason: string) => void): Promise<string> {
  try {
    await withSetupLock(url, async (client) => {
      await makeRole(client);
      await client.query(RIGHTS);
    });
    await withClient(restrictedUrl(url), (client) => client.query("SELECT"));
    return restrictedUrl(url);
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code !== NOT_ALLOWED && code !== NOT_PASSED_ON) throw error;
    warn(`The database protects history by triggers only, not by a role of its own: ${message}.`);
    return url;
  }
}

async function makeRole(client: ClientBase): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [RESTRICTED_ROLE]);
  try {
    if (!rowCount) await client.query(`CREATE ROLE ${RESTRICTED_ROLE} NOLOGIN`);
    await client.query(`GRANT ${RESTRICTED_ROLE} TO CURRENT_USER`);
  } catch (error) {
    const code = (error as { code?: string }).code ?? "";
    // A superuser acts as every role without being its member.
    if (code === NOT_ALLOWED && rowCount) return;
    if (!MADE_MEANWHILE.has(code)) throw error;
  }
}

/** One statement list is one transaction: at no moment does a running application lack a right or have one too many. */
const RIGHTS = `
  GRANT USAGE ON SCHEMA public TO ${RESTRICTED_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${RESTRICTED_ROLE};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${RESTRICTED_ROLE};
  REVOKE UPDATE, DELETE, TRUNCATE ON ${HISTORY} FROM ${RESTRICTED_ROLE};
  REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "_prisma_migrations" FROM ${RESTRICTED_ROLE};`;
