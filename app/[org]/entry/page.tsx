import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { getEntryYears } from "@/lib/value/overview/queries";
import { isOpenForEntry } from "@/lib/value/sheet/model";

type Props = { params: Promise<{ org: string }> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("entry"))("crumb") };
}

/** Leads to the newest year that is open for entry, else to the newest of all. */
export default async function EntryPage({ params }: Props) {
  const access = await requireAccess((await params).org, "entry.read");
  const years = await getEntryYears(access.organisation.id);
  const year = years.find(({ state }) => isOpenForEntry(state)) ?? years[0];
  if (year) redirect(`/${access.organisation.slug}/entry/${year.year}`);
  const t = await getTranslations("entry.overview");
  return (
    <Frame access={access} place="entry" year={new Date().getUTCFullYear()} years={[]}>
      <h1>{t("noYears")}</h1>
      <EmptyState title={t("noYears")}>{t("noYearsText")}</EmptyState>
    </Frame>
  );
}
