import type { Sql } from "@/lib/database/sql";

/** Bytes of a stored piece. */
const pieceBytes = 1 << 20;

/**
 * Keeps a file as evidence, piece by piece, and returns its id; one that the organisation has already is not kept
 * twice. All of it or nothing: call it within a transaction.
 */
export async function keepFile(
  sql: Sql,
  file: { organisationId: string; sha256: string; size: number },
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<string> {
  const { organisationId, sha256, size } = file;
  const made = await sql.query(
    `INSERT INTO "KeptFile" ("organisationId", sha256, size) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING id`,
    [organisationId, sha256, size],
  );
  if (made.rows.length === 0)
    return (
      await sql.query(`SELECT id FROM "KeptFile" WHERE "organisationId" = $1 AND sha256 = $2`, [organisationId, sha256])
    ).rows[0].id;
  const id = made.rows[0].id as string;
  let position = 0;
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += pieceBytes) {
      await sql.query(`INSERT INTO "KeptFilePiece" ("fileId", position, bytes) VALUES ($1, $2, $3)`, [
        id,
        position++,
        Buffer.from(piece.subarray(at, at + pieceBytes)),
      ]);
    }
  }
  return id;
}
