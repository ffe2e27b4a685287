import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { requireAccess } from "@/lib/access/page";
import { addOrganisationOf } from "@/lib/setup/new-organisation/actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.newOrganisation"))("title") };
}

/** A further organisation of the installation: empty, or with this one's set-up. */
export default async function NewOrganisationPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "organisation.add");
  const { name, slug } = access.organisation;
  const t = await getTranslations("setup");
  return (
    <SetupFrame access={access} part={null} crumbs={[{ label: t("newOrganisation.title") }]}>
      <h1>{t("newOrganisation.title")}</h1>
      <p className="lead">{t("newOrganisation.lead")}</p>
      <ActionForm
        action={addOrganisationOf}
        hidden={{ org: slug }}
        fields={[
          { kind: "text", name: "name", label: t("newOrganisation.name"), autoComplete: "off" },
          {
            kind: "text",
            name: "slug",
            label: t("newOrganisation.slug"),
            hint: t("newOrganisation.slugHint"),
            autoComplete: "off",
          },
          {
            kind: "text",
            name: "year",
            label: t("newOrganisation.year"),
            hint: t("newOrganisation.yearHint"),
            value: String(new Date().getUTCFullYear()),
          },
          {
            kind: "one",
            name: "begin",
            label: t("newOrganisation.begin"),
            choices: [
              { value: "empty", label: t("newOrganisation.empty"), hint: t("newOrganisation.emptyHint") },
              { value: "copy", label: t("newOrganisation.copy", { name }), hint: t("newOrganisation.copyHint") },
            ],
            chosen: ["empty"],
          },
        ]}
        submit={{ label: t("newOrganisation.submit") }}
        summary={t("summary")}
      />
    </SetupFrame>
  );
}
