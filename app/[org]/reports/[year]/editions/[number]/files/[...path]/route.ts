import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { yearFrom } from "@/lib/dashboard/year/model";
import { editionResponse } from "@/lib/edition/folder/model";
import { editionNumber } from "@/lib/edition/model";
import { getEditionFile } from "@/lib/edition/queries";

type Params = { org: string; year: string; number: string; path: string[] };

/** A file of an edition, byte for byte (the proxy adds a policy that lets it do nothing). */
export const GET = guarded<Params>("report.read", async (_, { organisation }, { year, number, path }) => {
  const [of, edition] = [yearFrom(year), editionNumber(number)];
  if (of === null || edition === null) throw new Refusal("access.notFound");
  const key = { organisationId: organisation.id, year: of, number: edition };
  const file = await getEditionFile(key, path.join("/"));
  if (!file) throw new Refusal("access.notFound");
  return editionResponse(path.join("/"), file, { slug: organisation.slug, ...key });
});
