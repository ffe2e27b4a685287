import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { Views } from "@/components/ui/views";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { getFrameYear } from "@/lib/dashboard/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./agreement.css";

/** Views of a period's agreements. */
export type AgreementViewName = "units" | "overview" | "due" | "catalogue" | "setup";

type Props = {
  access: Access;
  /** Which of the views it is; null: a page below one. */
  view: AgreementViewName | null;
  period: AgreementPeriod | null;
  crumbs?: Crumb[];
  tools?: ReactNode;
  children: ReactNode;
};

/** The frame of the agreements' pages, with the way from one view to the next. */
export async function AgreementFrame({ access, view, period, crumbs = [], tools, children }: Props) {
  const { id, slug } = access.organisation;
  const [t, shell, year, years] = await Promise.all([
    getTranslations("agreement"),
    getTranslations("shell"),
    getFrameYear(id),
    getEntryYears(id),
  ]);
  const here = `/${slug}/agreements`;
  const ofPeriod = `${here}/${period?.code ?? ""}`;
  const hrefs: Record<AgreementViewName, string> = {
    units: ofPeriod,
    overview: `${ofPeriod}/overview`,
    due: `${here}/due`,
    catalogue: `${here}/catalogue`,
    setup: `${here}/setup`,
  };
  const shown = (Object.keys(hrefs) as AgreementViewName[]).filter(
    (name) => (name !== "setup" || may(access.roles, "agreement.govern")) && (period || name === "setup"),
  );
  const trail: Crumb[] = [
    { label: t("title"), href: here },
    ...(period ? [{ label: spoken(period.code), href: ofPeriod }] : []),
    ...(view && view !== "units" ? [{ label: t(`view.${view}`) }] : []),
    ...crumbs,
  ];
  return (
    <Frame access={access} place="agreements" year={year} years={years}>
      <div className="agreements">
        <Breadcrumbs label={shell("crumbs")} crumbs={trail}>
          {tools}
        </Breadcrumbs>
        <Views
          label={t("views")}
          views={shown.map((name) => ({ label: t(`view.${name}`), href: hrefs[name], current: name === view }))}
        />
        {children}
      </div>
    </Frame>
  );
}

/** A period as people write it: 2025–2026. */
export function spoken(code: string): string {
  return code.replace(/^(\d{4})-(\d{4})$/, "$1–$2");
}
