import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import { exportSetup } from "@/lib/setup/file/queries";
import { writeSetup } from "@/lib/setup/file/text/model";

const types = { yaml: "application/yaml; charset=utf-8", json: "application/json; charset=utf-8" };

/** The organisation's set-up as a file: YAML, or JSON with `?format=json`. */
export const GET = guarded("setup.edit", async ({ nextUrl: { searchParams } }, access) => {
  const { organisation } = access;
  const format = searchParams.get("format") === "json" ? "json" : "yaml";
  await recordExport(database, access, "setup", { format });
  return new Response(writeSetup(await exportSetup(organisation.id), format), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${organisation.slug}-setup.${format}"`,
    },
  });
});
