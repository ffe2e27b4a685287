import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { EstimatesPage } from "@/components/coverage/estimates-page";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { getFrameYear } from "@/lib/dashboard/queries";
import { listEstimates, listTrueUps } from "@/lib/estimate/queries";
import { hiddenInYears } from "@/lib/suppression/queries";
import { getEntryYears } from "@/lib/value/overview/queries";

/** The title of the window, whoever asks. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("estimate"))("title") };
}

/** The estimates that wait for a real figure, and what earlier ones turned out to be. */
export default async function OrgEstimatesPage({ params }: { params: Promise<{ org: string }> }) {
  const [{ org }, locale] = await Promise.all([params, getLocale()]);
  const access = await requireAccess(org, "figure.read");
  const { id, dataVersion } = access.organisation;
  const [open, trueUps, year, years] = await Promise.all([
    listEstimates(id, dataVersion, locale),
    listTrueUps(id, locale),
    getFrameYear(id),
    getEntryYears(id),
  ]);
  const isHidden = await hiddenInYears(
    access,
    [...open, ...trueUps].map((one) => one.year),
  );
  return (
    <Frame access={access} place="kpis" year={year} years={years}>
      <EstimatesPage
        org={org}
        open={open.filter((one) => !isHidden(one))}
        trueUps={trueUps.filter((one) => !isHidden(one))}
        locale={locale}
      />
    </Frame>
  );
}
