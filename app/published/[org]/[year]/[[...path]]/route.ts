import { yearFrom } from "@/lib/dashboard/year/model";
import { editionResponse } from "@/lib/edition/folder/model";
import { getEditionFile, getPublicEdition } from "@/lib/edition/queries";
import { defaultLocale, isLocale } from "@/lib/language/model";

type Params = { org: string; year: string; path?: string[] };

const nothing = () => new Response(null, { status: 404, headers: { "cache-control": "no-store" } });

/**
 * The edition an organisation has opened to everybody, at a stable address: its stored bytes and nothing else. Without
 * an opened edition there is nothing here, and nothing tells whether the organisation or the report exists.
 */
export async function GET(request: Request, context: { params: Promise<Params> }): Promise<Response> {
  const { org, year: text, path = [] } = await context.params;
  const year = yearFrom(text);
  const edition = year === null ? null : await getPublicEdition(org, year);
  if (!edition) return nothing();
  const name = path.length === 0 ? defaultLocale : path.join("/");
  // A page leads to its pictures from where it lies in the folder.
  if (isLocale(name)) return new Response(null, { status: 307, headers: { location: pageOf(org, text, name) } });
  const found = await getEditionFile(edition, name);
  return found
    ? editionResponse(name, found, { slug: org, ...edition }, request.headers.get("if-none-match"))
    : nothing();
}

function pageOf(org: string, year: string, locale: string): string {
  return `/published/${org}/${year}/${locale}/index.html`;
}
