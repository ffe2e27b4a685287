import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PillarTable } from "@/components/setup/pillar-table";
import { SetupFrame } from "@/components/setup/frame";
import { requireAccess } from "@/lib/access/page";
import { listPillars } from "@/lib/setup/pillar/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("pillars") };
}

/** The pillars with their themes and goals. */
export default async function PillarsPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, pillars, locale] = await Promise.all([getTranslations("setup"), listPillars(id), getLocale()]);
  return (
    <SetupFrame access={access} part="pillars">
      <h1>{t("part.pillars")}</h1>
      <p className="lead">{t("pillar.lead")}</p>
      <PillarTable slug={slug} pillars={pillars} locale={locale} />
      <p className="btns">
        <a className="btn main" href={`/${slug}/setup/pillars/new`}>
          {t("pillar.add")}
        </a>
      </p>
    </SetupFrame>
  );
}
