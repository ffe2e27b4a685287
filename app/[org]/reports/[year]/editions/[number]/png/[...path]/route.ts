import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { recordExport } from "@/lib/audit/mutations";
import { withFaces } from "@/lib/chart/file/model";
import { inlinedFaces } from "@/lib/chart/typeface/queries";
import { pictureOf } from "@/lib/chromium/picture";
import { yearFrom } from "@/lib/dashboard/year/model";
import { database } from "@/lib/database/client";
import { editionNumber, SVG } from "@/lib/edition/model";
import { getEditionFile } from "@/lib/edition/queries";
import { attachment } from "@/lib/kept-file/model";

type Params = { org: string; year: string; number: string; path: string[] };

/** A drawing of an edition as a picture, made of its sealed file. */
export const GET = guarded<Params>("report.export", async (_, access, { year: text, number: numberText, path }) => {
  const [year, number] = [yearFrom(text), editionNumber(numberText)];
  if (year === null || number === null) throw new Refusal("access.notFound");
  const name = path.join("/");
  const file = await getEditionFile({ organisationId: access.organisation.id, year, number }, name);
  if (file?.mediaType !== SVG) throw new Refusal("access.notFound");
  const svg = withFaces(new TextDecoder().decode(file.bytes), await inlinedFaces());
  const picture = await pictureOf(svg);
  await recordExport(database, access, "chart", { year, edition: number, format: "png", path: name });
  const saved = `${access.organisation.slug}-${year}-edition-${number}-${name.replaceAll("/", "-")}`;
  return new Response(picture, {
    headers: { "content-type": "image/png", "content-disposition": attachment(saved.replace(/\.svg$/, ".png")) },
  });
});
