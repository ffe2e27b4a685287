import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupFrame } from "@/components/setup/frame";
import { SetupSteps } from "@/components/setup/steps";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { setupCounts } from "@/lib/setup/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup"))("title") };
}

/** What is set up so far, and what comes next. */
export default async function SetupPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const [t, counts] = await Promise.all([getTranslations("setup"), setupCounts(access.organisation.id)]);
  return (
    <SetupFrame access={access} part={null}>
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <SetupSteps slug={access.organisation.slug} counts={counts} />
      <p className="notes">
        {t("agreements")}{" "}
        <Link className="act" href={`/${access.organisation.slug}/agreements/setup`}>
          {t("agreementsLink")}
        </Link>
      </p>
    </SetupFrame>
  );
}
