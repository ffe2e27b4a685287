import { Readable } from "node:stream";
import { getLocale } from "next-intl/server";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { packageStream } from "@/lib/assurance/package/model";
import { packageFiles } from "@/lib/assurance/package/queries";
import { recordExport } from "@/lib/audit/mutations";
import { yearFrom } from "@/lib/dashboard/year/model";
import { database } from "@/lib/database/client";
import { listPeriods } from "@/lib/setup/period/queries";

/** A year's package for the auditor's files, as a ZIP that is written while it is sent. That it was taken is in the trail it holds. */
export const GET = guarded<{ org: string; year: string }>("assurance.read", async (_, access, { year: text }) => {
  const { id, slug, name } = access.organisation;
  const year = yearFrom(text);
  if (year === null || !(await listPeriods(id)).some((period) => period.year === year))
    throw new Refusal("access.notFound");
  await recordExport(database, access, "package", { year });
  const files = await packageFiles(access, year, await getLocale());
  const zip = packageStream(files, { organisation: name, year, madeAt: new Date().toISOString() });
  return new Response(Readable.toWeb(zip) as ReadableStream<Uint8Array>, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": `attachment; filename="${slug}-${year}-assurance.zip"`,
    },
  });
});
