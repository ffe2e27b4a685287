import type { ClientBase } from "pg";

/** Which organisation a command is about, and in whose name it writes: the person `as` names (their e-mail), else its first administrator, else its first controller. */
export async function organisationAndAuthor(
  client: ClientBase,
  { org, as }: { org: string; as?: string | undefined },
): Promise<{ organisationId: string; actorId: string }> {
  const organisationId = await organisationNamed(client, org);
  const person = await client.query(
    `
    SELECT u.id FROM "Membership" m JOIN "User" u ON u.id = m."userId" WHERE m."organisationId" = $1 AND u."disabledAt" IS NULL AND ($2::text IS NULL OR u.email = lower($2))
      AND m.role IN ('administrator', 'controller') ORDER BY m.role = 'administrator' DESC, u."createdAt" LIMIT 1`,
    [organisationId, as ?? null],
  );
  if (!person.rows[0])
    throw new Error(
      as ? `${as} is no controller or administrator of ${org}.` : `${org} has no controller or administrator yet.`,
    );
  return { organisationId, actorId: person.rows[0].id };
}

/** The organisation of this short name; an error that says so without one. */
export async function organisationNamed(client: ClientBase, org: string): Promise<string> {
  const { rows } = await client.query(`SELECT id FROM "Organisation" WHERE slug = $1`, [org]);
  if (!rows[0]) throw new Error(`No such organisation: ${org}`);
  return rows[0].id;
}
