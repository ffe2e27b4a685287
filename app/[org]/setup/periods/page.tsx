import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ActionForm } from "@/components/session/action-form";
import { SetupFrame } from "@/components/setup/frame";
import { PeriodTable } from "@/components/setup/period-table";
import { requireAccess } from "@/lib/access/page";
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
  const [t, periods, begins] = await Promise.all([getTranslations("setup"), listPeriods(id), yearBeginsIn(id)]);
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
    </SetupFrame>
  );
}
