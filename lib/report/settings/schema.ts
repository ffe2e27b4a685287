import { z } from "zod";
import { form, ticked } from "@/lib/access/form";
import { mostPanels } from "@/lib/report/schema";

const said = z.string().trim().max(200, "access.tooLong").optional();
const kpis = ticked(z.string().trim().max(200, "access.tooLong"));

const panels = Object.fromEntries(
  Array.from({ length: mostPanels }, (_, index) => [
    [`kind-${index}`, said],
    [`kpi-${index}`, kpis],
    [`titleDa-${index}`, said],
    [`titleEn-${index}`, said],
  ]).flat(),
) as Record<string, typeof said | typeof kpis>;

/** Input of a block's settings, of whatever kind; `seen` is what the form showed. */
export const settingsInput = form({
  org: z.string(),
  year: z.coerce.number().int().min(1900).max(2200),
  blockId: z.uuid(),
  seen: z.string().max(4000),
  role: said,
  kpi: kpis,
  ...panels,
  axisFrom: said,
  axisTo: said,
  unitOfMeasure: said,
  pictureId: z.union([z.literal(""), z.uuid()]).optional(),
  width: said,
  goal: ticked(z.coerce.number().int()),
  since: z
    .union([
      z.literal("").transform(() => null),
      z.coerce.number("report.settings.yearWrong").int("report.settings.yearWrong"),
    ])
    .optional(),
  address: z.string().trim().max(500, "access.tooLong").optional(),
});

/** A form of settings as it is read. */
export type SettingsInput = z.output<typeof settingsInput>;
