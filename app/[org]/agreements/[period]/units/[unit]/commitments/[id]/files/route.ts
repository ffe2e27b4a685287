import { countWrite } from "@/lib/access/rate";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { agreementActor } from "@/lib/agreement/change/model";
import { agreementHref } from "@/lib/agreement/place/model";
import { addFollowUpFile } from "@/lib/commitment/follow-up/file/mutations";
import { findCommitment } from "@/lib/commitment/page/queries";
import { withConnection } from "@/lib/database/pool";
import { readEvidence } from "@/lib/evidence/file/queries";
import { mostBytes } from "@/lib/evidence/model";
import { readForm } from "@/lib/kept-file/upload/queries";

type Place = { org: string; period: string; unit: string; id: string };

/**
 * Takes a file that backs a follow-up. A route and not an action: an action takes no file of that size. A refusal leads
 * back to the page, which says it.
 */
export const POST = guarded<Place>("agreement.edit", async (request, access, { period, unit, id }) => {
  const page = `${agreementHref(access.organisation.slug, encodeURIComponent(period), encodeURIComponent(unit))}/commitments/${encodeURIComponent(id)}`;
  try {
    const commitmentId = await findCommitment(access.organisation.id, { period, unit, id });
    if (!commitmentId) throw new Refusal("access.notFound");
    await countWrite(access.user.id);
    const form = await readForm(request, mostBytes);
    if (form === "tooBig") throw new Refusal("evidence.tooBig", {}, "file");
    const [file, followUp] = [form?.get("file"), form?.get("followUp")];
    if (!(file instanceof File) || file.name === "") throw new Refusal("evidence.noFile", {}, "file");
    if (typeof followUp !== "string" || !isId(followUp)) throw new Refusal("access.notFound");
    const judged = await readEvidence(file);
    const place = { commitmentId, followUpId: followUp };
    await withConnection((sql) => addFollowUpFile(sql, agreementActor(access), place, judged));
    return seeOther(`${page}#follow-up-${followUp}`);
  } catch (error) {
    if (!(error instanceof Refusal) || !error.code.startsWith("evidence.")) throw error;
    return seeOther(`${page}?refused=${error.code.slice("evidence.".length)}#files-refused`);
  }
});

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
