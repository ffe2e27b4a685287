import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { yearFrom } from "@/lib/dashboard/year/model";
import { progressOf } from "@/lib/edition/progress/model";

/** How far publishing a report has come, for whoever waits for it; null while nobody publishes. */
export const GET = guarded<{ org: string; year: string }>(
  "report.publish",
  async (_, { organisation }, { year: text }) => {
    const year = yearFrom(text);
    if (year === null) throw new Refusal("access.notFound");
    return Response.json(progressOf(organisation.id, year));
  },
);
