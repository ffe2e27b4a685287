import { createHash } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { mapImport, cancel } from "@/lib/import/actions";
import type { ImportView } from "@/lib/import/batch/queries";
import { gapsIn } from "@/lib/import/gap/model";
import { labelsOf } from "@/lib/import/label/model";
import { lookOf } from "@/lib/import/look/model";
import { listChoices } from "@/lib/import/org-unit/queries";
import type { ImportPlan } from "@/lib/import/model";
import { recogniser } from "@/lib/import/recognition/model";
import type { Locale } from "@/lib/language/model";
import { loadWorld } from "@/lib/import/world/queries";
import { catalogueOf, childrenIn } from "@/lib/import/world/model";
import { pool } from "@/lib/database/pool";
import { Act } from "./act";
import { Gaps } from "./gaps";
import { Labels } from "./labels";
import { SheetMapping } from "./sheet-mapping";
import { Units } from "./units";

/** How a file is read: its sheets and headings, what each column is for, what each label means, units of measure and notation. */
export async function Mapping({
  org,
  organisationId,
  one,
  locale,
}: {
  org: string;
  organisationId: string;
  one: ImportView;
  locale: Locale;
}) {
  const [t, choices, world] = await Promise.all([
    getTranslations("import"),
    listChoices(organisationId, locale),
    loadWorld(pool(), organisationId, null),
  ]);
  const [plan, looks] = [one.plan!, one.look!.sheets.map(lookOf)];
  const gaps = gapsIn(plan);
  const recognise = recogniser(catalogueOf(world));
  const labels = (role: "kpi" | "orgUnit") => {
    const all = plan.sheets.flatMap((sheet) =>
      labelsOf(looks[sheet.sheet]!, sheet, role, plan, recognise, childrenIn(world)),
    );
    return [...new Map(all.map((label) => [label.text, label])).values()];
  };
  return (
    <section>
      <h1>{t("mapTitle", { name: one.name })}</h1>
      <p className="prose mt-3">{t("mapLead")}</p>
      <Gaps gaps={gaps} looks={looks} failure={one.failure} />
      <datalist id="kpi-choices">
        {choices.kpis.map(({ code, name }) => (
          <option key={code} value={`${name} · ${code}`} />
        ))}
      </datalist>
      <datalist id="org-unit-choices">
        {choices.orgUnits.map(({ code, name }) => (
          <option key={code} value={`${name} · ${code}`} />
        ))}
      </datalist>
      <Act
        key={fingerprint(plan)}
        action={mapImport}
        hidden={{ org, id: one.id }}
        summary={t("refusedTitle")}
        label={t("showDifference")}
        className="btn main large"
      >
        {plan.sheets.map((sheet) => (
          <SheetMapping key={sheet.sheet} sheet={sheet} look={looks[sheet.sheet]!} gaps={gaps} />
        ))}
        <Labels
          kind="kpi"
          labels={labels("kpi")}
          title={t("kpiLabels")}
          text={t("kpiLabelsText")}
          names={new Map(choices.kpis.map(({ code, name }) => [code, name]))}
        />
        <Labels
          kind="orgUnit"
          labels={labels("orgUnit")}
          title={t("orgUnitLabels")}
          text={t("orgUnitLabelsText")}
          names={new Map(choices.orgUnits.map(({ code, name }) => [code, name]))}
        />
        <Units plan={plan} looks={looks} recognise={recognise} kpis={choices.kpis} locale={locale} />
        <fieldset className="field">
          <legend>{t("notationTitle")}</legend>
          <p className="hint">{t("notationHint")}</p>
          {(["da", "en"] as const).map((notation) => (
            <label className="choice" key={notation}>
              <input type="radio" name="notation" value={notation} defaultChecked={plan.notation === notation} />
              <span>{t(`notation.${notation}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="choice">
          <input type="checkbox" name="hidden" value="1" defaultChecked={plan.takesHidden} />
          <span>{t("takesHidden", { count: looks.reduce((sum, { hiddenRows }) => sum + hiddenRows, 0) })}</span>
        </label>
      </Act>
      <div className="import-acts">
        <Act action={cancel} hidden={{ org, id: one.id }} summary={t("refusedTitle")} label={t("cancel")} />
      </div>
    </section>
  );
}

/** Tells a plan from another: a choice shows what it began with until its form is made anew. */
function fingerprint(plan: ImportPlan): string {
  return createHash("sha256").update(JSON.stringify(plan)).digest("base64url");
}
