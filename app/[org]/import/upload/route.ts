import { getLocale } from "next-intl/server";
import { countWrite } from "@/lib/access/rate";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { pool } from "@/lib/database/pool";
import { beginImport } from "@/lib/import/batch/mutations";
import { mostBytes } from "@/lib/import/file/model";
import { readUpload } from "@/lib/import/file/queries";
import { readForm } from "@/lib/kept-file/upload/queries";
import { workOffImports } from "@/lib/operation/import-queue";

/** Takes a file, keeps it as evidence and begins its import. A route and not an action: an action takes no file of that size. A refusal leads back to the form, which says it. */
export const POST = guarded("value.import", async (request, access) => {
  const path = `/${access.organisation.slug}/import`;
  try {
    await countWrite(access.user.id);
    const form = await readForm(request, mostBytes);
    if (form === "tooBig") throw new Refusal("import.tooBig");
    const file = form?.get("file");
    if (!(file instanceof File)) throw new Refusal("import.empty");
    const { bytes, ...upload } = await readUpload(file);
    const brought = {
      organisationId: access.organisation.id,
      actorId: access.user.id,
      door: "import" as const,
      locale: await getLocale(),
      reach: access.orgUnitIds,
      ...upload,
    };
    const client = await pool().connect();
    const id = await beginImport(client, brought, [bytes]).finally(() => client.release());
    workOffImports();
    return seeOther(`${path}/${id}`);
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith("import.")) throw error;
    return seeOther(`${path}?refused=${error.code.slice("import.".length)}`);
  }
});

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
