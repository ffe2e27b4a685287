import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { chainLinks } from "@/lib/audit/chain/queries";
import { database } from "@/lib/database/client";
import { pool } from "@/lib/database/pool";

/** The organisation's whole chain, a link a line, as `npm run audit:verify -- FILE` follows it without the database. */
export const GET = guarded("audit.read", async (_request, access) => {
  const { organisation } = access;
  await recordExport(database, access, "chain");
  const links = chainLinks(pool(), organisation.id);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await links.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": `attachment; filename="${organisation.slug}-audit-chain.ndjson"`,
    },
  });
});
