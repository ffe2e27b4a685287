import { countWrite } from "@/lib/access/rate";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { yearFrom } from "@/lib/dashboard/year/model";
import { withConnection } from "@/lib/database/pool";
import { readEvidence } from "@/lib/evidence/file/queries";
import { mostBytes } from "@/lib/evidence/model";
import { addEvidence } from "@/lib/evidence/mutations";
import { noteSchema } from "@/lib/evidence/schema";
import { readForm } from "@/lib/kept-file/upload/queries";
import { getBeside, requireCell } from "@/lib/value/beside/queries";

/**
 * Takes a file that backs a value. A route and not an action: an action takes no file of that size. The panel asks for
 * JSON and gets everything beside the value, or the refusal in words; a form without a script is led back to the page.
 */
export const POST = guarded<{ org: string; year: string; unit: string; code: string }>(
  "evidence.add",
  async (request, access, { year, unit, code }) => {
    const asksForView = request.headers.get("accept")?.includes("application/json");
    const page = `/${access.organisation.slug}/entry/${year}/${encodeURIComponent(unit)}/${encodeURIComponent(code)}`;
    try {
      const cell = await requireCell(access, { year: yearFrom(year) ?? 0, unit, code });
      await countWrite(access.user.id);
      const fields = await readForm(request, mostBytes);
      if (fields === "tooBig") throw new Refusal("evidence.tooBig", {}, "file");
      const [file, note] = [fields?.get("file"), noteSchema.safeParse(fields?.get("note") ?? "")];
      if (!(file instanceof File) || file.name === "") throw new Refusal("evidence.noFile", {}, "file");
      if (!note.success) throw new Refusal("access.brokenText", {}, "note");
      const judged = { ...(await readEvidence(file)), note: note.data };
      const actor = { organisationId: access.organisation.id, actorId: access.user.id, door: "page" as const };
      await withConnection((sql) => addEvidence(sql, actor, cell, judged));
      return asksForView ? Response.json({ view: await getBeside(access, cell), name: judged.name }) : seeOther(page);
    } catch (error) {
      if (asksForView || !(error instanceof Refusal) || !error.code.startsWith("evidence.")) throw error;
      return seeOther(`${page}?refused=${error.code.slice("evidence.".length)}`);
    }
  },
);

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
