import { z } from "zod";
import { countWrite } from "@/lib/access/rate";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { readForm } from "@/lib/kept-file/upload/queries";
import { readPicture } from "@/lib/picture/file/queries";
import { mostBytes } from "@/lib/picture/model";
import { addPicture } from "@/lib/picture/mutations";
import { broughtWords } from "@/lib/picture/schema";
import { showPicture } from "@/lib/report/settings/mutations";

/** The block a picture is brought for; without, it is only kept. */
const blockSchema = z.object({ id: z.uuid(), year: z.coerce.number().int() });

/**
 * Takes a picture with what is said of it. A route and not an action: an action takes no file of that size. A script
 * asks for JSON and gets the picture's id; a form without one is led back to the pictures.
 */
export const POST = guarded<{ org: string }>("report.edit", async (request, access) => {
  const asksForId = request.headers.get("accept")?.includes("application/json");
  const page = `/${access.organisation.slug}/reports/pictures`;
  try {
    await countWrite(access.user.id);
    const fields = await readForm(request, mostBytes);
    if (fields === "tooBig") throw new Refusal("picture.tooBig", {}, "file");
    const file = fields?.get("file");
    const words = broughtWords.safeParse(Object.fromEntries(fields ?? []));
    if (!words.success) throw new Refusal(words.error.issues[0]?.message ?? "access.invalid", {}, "altDa");
    if (!(file instanceof File) || file.name === "") throw new Refusal("picture.missing", {}, "file");
    const writer = { organisationId: access.organisation.id, actorId: access.user.id };
    const id = await addPicture(writer, await readPicture(file), words.data);
    const place = blockSchema.safeParse({ id: fields?.get("blockId"), year: fields?.get("year") });
    if (place.success) await showPicture({ ...writer, year: place.data.year }, place.data.id, id);
    return asksForId ? Response.json({ id }) : seeOther(`${page}#picture-${id}`);
  } catch (error) {
    if (asksForId || !(error instanceof Refusal) || !error.code.startsWith("picture.")) throw error;
    return seeOther(`${page}?refused=${error.code.slice("picture.".length)}`);
  }
});

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
