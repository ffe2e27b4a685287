import { yearFrom } from "@/lib/dashboard/year/model";
import { leadOn, nothingPublished, publicResponse } from "@/lib/edition/folder/model";
import { getPublicEdition } from "@/lib/edition/public/queries";
import { getEditionFile } from "@/lib/edition/queries";
import { defaultLocale, isLocale } from "@/lib/language/model";

type Params = { org: string; year: string; path?: string[] };

/**
 * The edition an organisation has opened to everybody, at a stable address: its stored bytes and nothing else. Without
 * an opened edition there is nothing here, and nothing tells whether the organisation or the report exists.
 */
export async function GET(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const { org, year: text, path = [] } = await context.params;
  const year = yearFrom(text);
  const edition = year === null ? null : await getPublicEdition(org, year);
  if (!edition) return nothingPublished();
  const name = path.length === 0 ? defaultLocale : path.join("/");
  // A page leads to its pictures from where it lies in the folder.
  if (isLocale(name)) return leadOn(`/published/${org}/${text}/${name}/index.html`);
  const found = await getEditionFile(edition, name);
  return found
    ? publicResponse(name, found, { slug: org, ...edition }, request.headers.get("if-none-match"))
    : nothingPublished();
}
