import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { auditFilterSchema } from "@/lib/audit/schema";
import { searchAudit } from "@/lib/audit/queries";
import { database } from "@/lib/database/client";
import { textCsv } from "@/lib/export/csv/model";

const columns = ["sequence", "at", "actor", "door", "action", "subject", "detail", "hash"] as const;
/** Lines handed out at most; a longer trail is narrowed by day, or taken as a chain. */
const MOST = 100_000;

/** The trail as the page shows it, narrowed in the same way, as CSV. */
export const GET = guarded("audit.read", async ({ nextUrl: { searchParams } }, access) => {
  const { organisation } = access;
  const filter = auditFilterSchema.parse(Object.fromEntries(searchParams));
  await recordExport(database, access, "trail", { filter: searchParams.toString().slice(0, 300) });
  const lines = await searchAudit(organisation.id, filter, MOST);
  const rows = lines.map((line) => ({ ...line, actor: line.actor ?? "" }));
  return new Response(textCsv(columns, rows), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${organisation.slug}-audit.csv"`,
    },
  });
});
