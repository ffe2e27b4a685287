import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { Frame } from "@/components/shell/frame";
import { EmptyState } from "@/components/ui/empty-state";
import { requireAccess } from "@/lib/access/page";
import { getLatestYear } from "@/lib/dashboard/queries";

/** The organisation's front door: the overview of the latest year. */
export default async function OrganisationPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "figure.read");
  const year = await getLatestYear(access.organisation.id);
  if (year !== null) redirect(`/${access.organisation.slug}/dashboard/${year}`);
  const t = await getTranslations("dashboard.empty");
  return (
    <Frame access={access} place="dashboard" year={new Date().getFullYear()} years={[]}>
      <EmptyState title={t("noYears")} />
    </Frame>
  );
}
