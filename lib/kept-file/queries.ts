import type { Sql } from "@/lib/import/world/queries";

/** The bytes of a kept file, whole. For files the browser brought, which are small. */
export async function readFileBytes(sql: Sql, fileId: string): Promise<Buffer> {
  const { rows } = await sql.query<{ bytes: Buffer }>(
    `SELECT bytes FROM "KeptFilePiece" WHERE "fileId" = $1 ORDER BY position`,
    [fileId],
  );
  return Buffer.concat(rows.map(({ bytes }) => bytes));
}

/** The bytes of a kept file piece by piece, without holding more than one. */
export async function* filePieces(sql: Sql, fileId: string): AsyncGenerator<Buffer> {
  for (let position = 0; ; position++) {
    const { rows } = await sql.query<{ bytes: Buffer }>(
      `SELECT bytes FROM "KeptFilePiece" WHERE "fileId" = $1 AND position = $2`,
      [fileId, position],
    );
    if (rows.length === 0) return;
    yield rows[0]!.bytes;
  }
}
