import { sayer } from "@/lib/language/saying/model";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { ActionForm } from "@/components/session/action-form";
import { orgUnitFields } from "@/components/setup/org-unit-fields";
import { SetupFrame } from "@/components/setup/frame";
import { Link } from "@/components/ui/link";
import { requireAccess } from "@/lib/access/page";
import { deleteUnitOf } from "@/lib/setup/ending/actions";
import { changeUnit } from "@/lib/setup/org-unit/actions";
import { listUnits } from "@/lib/setup/org-unit/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("org-units") };
}

/** One org unit: its name, its days, what it merged into, and where it hangs from a day on. */
export default async function OrgUnitPage({ params }: { params: Promise<{ org: string; unit: string }> }) {
  const { org, unit: code } = await params;
  const access = await requireAccess(org, "setup.edit");
  const { id: organisationId, slug } = access.organisation;
  const [t, units] = await Promise.all([
    getTranslations("setup"),
    listUnits(organisationId, new Date().getUTCFullYear()),
  ]);
  const unit = units.find((one) => one.code === code && !one.isRoot);
  if (!unit) notFound();
  const restate = `/${slug}/restatements/new?${new URLSearchParams({ what: "orgUnit", unit: code })}`;
  return (
    <SetupFrame access={access} part="org-units" crumbs={[{ label: unit.name }]}>
      <h1>{unit.name}</h1>
      <p className="lead">
        {t("orgUnit.changeLead")}{" "}
        <Link className="act" href={restate}>
          {t("orgUnit.restate")}
        </Link>
      </p>
      <ActionForm
        action={changeUnit}
        hidden={{ org: slug, id: unit.id }}
        fields={[
          { kind: "text", name: "name", label: t("orgUnit.name"), value: unit.name },
          ...orgUnitFields(sayer(t), unit, units),
        ]}
        submit={{ label: t("save") }}
        summary={t("summary")}
      />
      <h2>{t("ending.deleteTitle")}</h2>
      <p className="prose">{t("ending.unitText")}</p>
      <ActionForm
        action={deleteUnitOf}
        prefix="delete"
        hidden={{ org: slug, code: unit.code }}
        fields={[]}
        submit={{ label: t("ending.unitDelete"), className: "btn" }}
        summary={t("ending.notDeleted")}
      />
    </SetupFrame>
  );
}
