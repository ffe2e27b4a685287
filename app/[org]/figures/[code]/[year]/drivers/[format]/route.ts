import { getLocale, getTranslations } from "next-intl/server";
import { waterfallSvg } from "@/components/lineage/driver-drawing";
import { driverSteps } from "@/components/lineage/driver-steps";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { pictureOf } from "@/lib/chromium/picture";
import { yearFrom } from "@/lib/dashboard/year/model";
import { inlinedFaces } from "@/lib/chart/typeface/queries";
import { rowsCsv } from "@/lib/chart/table/model";
import { getSplit } from "@/lib/lineage/queries";
import { attachment } from "@/lib/kept-file/model";
import { hiddenFrom } from "@/lib/suppression/queries";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Params = { org: string; code: string; year: string; format: string };

const types = { svg: "image/svg+xml", png: "image/png", csv: "text/csv; charset=utf-8" } as const;

/** Why a figure changed, to be taken along: the waterfall as drawing or picture, or its steps as a table. */
export const GET = guarded<Params>("figure.read", async (request, access, { code, year: text, format }) => {
  const year = yearFrom(text);
  if (year === null || !(format in types)) throw new Refusal("access.notFound");
  const locale = await getLocale();
  const unit = request.nextUrl.searchParams.get("unit");
  const isHidden = await hiddenFrom(access, year);
  const found = await getSplit({ organisation: access.organisation, code, year, unit, locale, isHidden });
  if (!found || found.lineage.isHidden) throw new Refusal("access.notFound");
  const { lineage, split } = found;
  const t = await getTranslations("lineage.driver");
  const { title, steps } = driverSteps(t, split, lineage, locale);
  const subtitle = [
    lineage.name,
    lineage.orgUnit.isRoot ? "" : lineage.orgUnit.name,
    unitLabel(lineage.unitOfMeasure, locale),
  ]
    .filter((part) => part !== "")
    .join(", ");
  const rows = [
    [title],
    [subtitle],
    [t("what"), t("fromTo"), t("effect")],
    ...steps.map(({ name, how, text: said }) => [name, how, said.replace(/^\+/, "")]),
  ];
  const svg = async () => waterfallSvg({ title, subtitle, steps, note: t("note"), faces: await inlinedFaces() });
  const body = format === "csv" ? rowsCsv(rows, locale) : format === "svg" ? await svg() : await pictureOf(await svg());
  return new Response(body, {
    headers: {
      "content-type": types[format as keyof typeof types],
      "content-disposition": attachment(`${code}-${year}-drivers.${format}`),
    },
  });
});
