import { getLocale } from "next-intl/server";
import { besideWords } from "@/components/entry/beside/words";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { yearFrom } from "@/lib/dashboard/year/model";
import { getBeside, requireCell } from "@/lib/value/beside/queries";

/** What stands beside a value, for the panel beside the grid: the words come along, so that the grid need not carry them. */
export const GET = guarded<{ org: string; year: string; unit: string; code: string }>(
  "cell.read",
  async (_, access, { year, unit, code }) => {
    const cell = await requireCell(access, { year: yearFrom(year) ?? notThere(), unit, code });
    const [view, locale] = await Promise.all([getBeside(access, cell), getLocale()]);
    return Response.json({ view, words: besideWords[locale] });
  },
);

function notThere(): never {
  throw new Refusal("access.notFound");
}
