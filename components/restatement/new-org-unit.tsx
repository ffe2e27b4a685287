import { getTranslations } from "next-intl/server";
import { orgUnitFields } from "@/components/setup/org-unit-fields";
import type { UnitLine } from "@/lib/setup/org-unit/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

/** What an org unit was in published years, and the form to say it anew: every figure consolidated over it follows. */
export async function NewOrgUnitRestatement({ unit, units, org }: { unit: UnitLine; units: UnitLine[]; org: string }) {
  const [t, setup] = await Promise.all([getTranslations("restatement"), getTranslations("setup")]);
  return (
    <>
      <h1>{t("orgUnit.heading", { name: unit.name })}</h1>
      <p className="lead">{t("orgUnit.lead")}</p>
      <RestatementForm
        hidden={{ what: "orgUnit", org, id: unit.id }}
        fields={[...orgUnitFields((key) => setup(key as "title"), unit, units), ...reasonFields(t)]}
        words={formWords(t, unit.name, t("orgUnit.years"))}
      />
    </>
  );
}
