import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { yearFrom } from "@/lib/dashboard/year/model";
import { folderName, zipped } from "@/lib/edition/folder/model";
import { editionNumber } from "@/lib/edition/model";
import { getEditionFiles } from "@/lib/edition/queries";
import { attachment } from "@/lib/kept-file/model";

/** An edition's folder as a ZIP. */
export const GET = guarded<{ org: string; year: string; number: string }>(
  "report.export",
  async (_, { organisation }, { year: text, number: numberText }) => {
    const [year, number] = [yearFrom(text), editionNumber(numberText)];
    if (year === null || number === null) throw new Refusal("access.notFound");
    const files = await getEditionFiles({ organisationId: organisation.id, year, number });
    if (files.length === 0) throw new Refusal("access.notFound");
    const name = folderName({ slug: organisation.slug, year, number });
    const headers = { "content-type": "application/zip", "content-disposition": attachment(`${name}.zip`) };
    return new Response(await zipped(name, files), { headers });
  },
);
