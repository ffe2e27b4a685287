import type { Sql } from "@/lib/database/sql";
import { attachment } from "./model";

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

/** A kept file as an answer: always to save, never to show (the proxy adds the sandbox). */
export function fileToSave(sql: Sql, { fileId, name, size }: { fileId: string; name: string; size: string }): Response {
  const headers = {
    "content-type": "application/octet-stream",
    "content-length": size,
    "content-disposition": attachment(name),
  };
  return new Response(fileStream(sql, fileId), { headers });
}

/** The bytes of a kept file as the body of an answer, piece by piece. */
function fileStream(sql: Sql, fileId: string): ReadableStream<Uint8Array> {
  const pieces = filePieces(sql, fileId);
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
}
