import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { may } from "@/lib/access/policy";
import { restatementsCsv } from "@/lib/restatement/csv/model";
import { askedFrom } from "@/lib/restatement/filter/model";
import { filterOf } from "@/lib/restatement/filter/queries";
import { getPublishedPeriods, listRestatements } from "@/lib/restatement/queries";
import { nameIn } from "@/lib/setup/organisation/name/model";

/** The list of restatements as CSV, narrowed as the page is; authors for whoever may read history. */
export const GET = guarded("figure.read", async ({ nextUrl: { searchParams } }, access) => {
  const { organisation, roles } = access;
  const { id, slug } = organisation;
  const locale = await getLocale();
  const filter = filterOf(askedFrom(Object.fromEntries(searchParams)), await getPublishedPeriods(id));
  const restatements = await listRestatements(id, filter, locale);
  await recordExport(database, access, "restatements");
  const shown = restatements.map((one) => (may(roles, "history.read") ? one : { ...one, actor: null }));
  return new Response(restatementsCsv(shown, nameIn(organisation, locale)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${slug}-restatements.csv"`,
    },
  });
});
