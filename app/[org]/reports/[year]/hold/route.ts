import { guarded } from "@/lib/access/route";
import { Refusal } from "@/lib/access/refusal";
import { yearFrom } from "@/lib/dashboard/year/model";
import { freeHold, keepHold } from "@/lib/report/hold/mutations";
import { listHolds } from "@/lib/report/hold/queries";
import { holdInput } from "@/lib/report/hold/schema";

type Params = { org: string; year: string };

/** An editor is at work on a block, or leaves it: says who has it now. */
export const POST = guarded<Params>("report.edit", async (request, { organisation, user }, params) => {
  const year = yearFrom(params.year);
  const input = holdInput.safeParse(Object.fromEntries(new URLSearchParams(await request.text())));
  if (year === null) throw new Refusal("access.notFound");
  if (!input.success) throw new Refusal("access.invalid");
  const { blockId, act } = input.data;
  const wish = { organisationId: organisation.id, year, userId: user.id, blockId };
  if (act === "free") await freeHold(wish);
  if (act === "keep" && (await keepHold(wish))) return Response.json({ isOwn: true });
  const holds = await listHolds(organisation.id, year, user.id);
  const holder = holds.find((hold) => hold.blockId === blockId);
  return Response.json({ isOwn: holder?.isOwn ?? false, name: holder?.name ?? null });
});
