import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { PeriodTable } from "@/components/setup/period-table";
import { requireAccess } from "@/lib/access/page";
import { setFourEyes } from "@/lib/approval/four-eyes/actions";
import { getFourEyes } from "@/lib/approval/four-eyes/queries";
import { yearBeginsIn } from "@/lib/setup/organisation/queries";
import { openYear } from "@/lib/setup/period/actions";
import { listPeriods } from "@/lib/setup/period/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("periods") };
}

/** Reporting years: opened for entry, taken to review, closed, and opened again with a reason. */
export default async function PeriodsPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { id, slug } = access.organisation;
  const [t, approval, periods, begins, fourEyes] = await Promise.all([
    getTranslations("setup"),
    getTranslations("approval"),
    listPeriods(id),
    yearBeginsIn(id),
    getFourEyes(id, await getLocale()),
  ]);
  const next = (periods[0]?.year ?? new Date().getUTCFullYear() - 1) + 1;
  return (
    <SetupFrame access={access} part="periods">
      <h1>{t("part.periods")}</h1>
      <p className="lead">{t("period.lead")}</p>
      <PeriodTable slug={slug} periods={periods} begins={begins} />
      <h2>{t("period.openTitle")}</h2>
      <ActionForm
        action={openYear}
        hidden={{ org: slug }}
        fields={[
          { kind: "text", name: "year", label: t("year"), value: String(next) },
          { kind: "text", name: "dueOn", type: "date", label: t("period.dueOn"), hint: t("period.dueOnHint") },
        ]}
        submit={{ label: t("period.open") }}
        summary={t("summary")}
        done={t("saved")}
      />
      <h2>{approval("fourEyes.title")}</h2>
      <p className="muted">{approval("fourEyes.lead")}</p>
      <div className="in-columns">
        <ActionForm
          action={setFourEyes}
          hidden={{ org: slug }}
          fields={[
            {
              kind: "one",
              name: "of",
              label: approval("fourEyes.of"),
              chosen: [fourEyes.ofAll ? "all" : "chosen"],
              choices: [
                { value: "all", label: approval("fourEyes.all") },
                { value: "chosen", label: approval("fourEyes.chosen") },
              ],
            },
            {
              kind: "many",
              name: "kpis",
              label: approval("fourEyes.kpis"),
              hint: approval("fourEyes.kpisHint"),
              chosen: fourEyes.kpis.filter(({ isChosen }) => isChosen).map(({ id: kpi }) => kpi),
              choices: fourEyes.kpis.map(({ id: kpi, name }) => ({ value: kpi, label: name })),
            },
          ]}
          submit={{ label: t("save"), describe: approval("fourEyes.save") }}
          summary={t("summary")}
          done={t("saved")}
        />
      </div>
    </SetupFrame>
  );
}
