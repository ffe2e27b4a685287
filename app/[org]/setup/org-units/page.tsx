import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { OrgUnitTable } from "@/components/setup/org-unit-table";
import { requireAccess } from "@/lib/access/page";
import { addUnit } from "@/lib/setup/org-unit/actions";
import { listUnits } from "@/lib/setup/org-unit/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("org-units") };
}

/** The tree of org units, and the form that adds one. */
export default async function OrgUnitsPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, units] = await Promise.all([getTranslations("setup"), listUnits(id, new Date().getUTCFullYear())]);
  return (
    <SetupFrame access={access} part="org-units">
      <h1>{t("part.org-units")}</h1>
      <p className="lead">{t("orgUnit.lead")}</p>
      <OrgUnitTable slug={slug} units={units} />
      <h2>{t("orgUnit.addTitle")}</h2>
      <ActionForm
        action={addUnit}
        hidden={{ org: slug }}
        fields={[
          { kind: "text", name: "name", label: t("orgUnit.name") },
          { kind: "text", name: "code", label: t("code"), hint: t("codeHint") },
          {
            kind: "select",
            name: "parentId",
            label: t("orgUnit.parent"),
            choices: units.map((unit) => ({ value: unit.id, label: unit.name })),
          },
          { kind: "text", name: "opensOn", type: "date", label: t("orgUnit.opensOn"), hint: t("orgUnit.opensOnHint") },
        ]}
        submit={{ label: t("orgUnit.add") }}
        summary={t("summary")}
        done={t("saved")}
      />
    </SetupFrame>
  );
}
