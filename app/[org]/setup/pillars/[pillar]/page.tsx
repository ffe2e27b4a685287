import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { pillarFields } from "@/components/setup/pillar-fields";
import { requireAccess } from "@/lib/access/page";
import { deletePillarOf } from "@/lib/setup/ending/actions";
import { changePillarOf } from "@/lib/setup/pillar/actions";
import { listPillars } from "@/lib/setup/pillar/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("pillars") };
}

/** One pillar. */
export default async function PillarPage({ params }: { params: Promise<{ org: string; pillar: string }> }) {
  const { org, pillar: code } = await params;
  const access = await requireAccess(org, "setup.edit");
  const [t, pillars, locale] = await Promise.all([
    getTranslations("setup"),
    listPillars(access.organisation.id),
    getLocale(),
  ]);
  const pillar = pillars.find((one) => one.code === code);
  if (!pillar) notFound();
  const name = locale === "da" ? pillar.nameDa : pillar.nameEn;
  return (
    <SetupFrame access={access} part="pillars" crumbs={[{ label: name }]}>
      <h1>{name}</h1>
      <div className="wide-form">
        <ActionForm
          action={changePillarOf}
          hidden={{ org: access.organisation.slug, id: pillar.id }}
          fields={pillarFields(sayer(t), pillar)}
          submit={{ label: t("save") }}
          summary={t("summary")}
        />
      </div>
      <h2>{t("ending.deleteTitle")}</h2>
      <p className="prose">{t("ending.pillarText")}</p>
      <ActionForm
        action={deletePillarOf}
        prefix="delete"
        hidden={{ org: access.organisation.slug, code: pillar.code }}
        fields={[]}
        submit={{ label: t("ending.pillarDelete"), className: "btn" }}
        summary={t("ending.notDeleted")}
      />
    </SetupFrame>
  );
}
