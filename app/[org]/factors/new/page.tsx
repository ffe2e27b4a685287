import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { identityFields, versionFields } from "@/components/factor/fields";
import { FactorsFrame } from "@/components/factor/frame";
import { ActionForm } from "@/components/session/action-form";
import { requireAccess } from "@/lib/access/page";
import { getFrameYear } from "@/lib/dashboard/queries";
import { addFactor } from "@/lib/emission-factor/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("factor"))("addTitle") };
}

/** Adding a factor with its first version. */
export default async function NewFactorPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "factor.edit");
  const { id, slug } = access.organisation;
  const [t, year] = await Promise.all([getTranslations("factor"), getFrameYear(id)]);
  const say = (key: string) => t(key as "title");
  return (
    <FactorsFrame access={access} year={year} crumbs={[{ label: t("addTitle") }]}>
      <h1 className="mb-6">{t("addTitle")}</h1>
      <ActionForm
        action={addFactor}
        fields={[...identityFields(say), ...versionFields(say)]}
        hidden={{ org: slug }}
        submit={{ label: t("submitFactor") }}
        summary={t("summary")}
      />
    </FactorsFrame>
  );
}
