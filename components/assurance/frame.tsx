import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./assurance.css";

type Props = { access: Access; year: number; crumbs?: Crumb[]; children: ReactNode };

/** The frame of the auditor's room of a year. */
export async function AssuranceFrame({ access, year, crumbs = [], children }: Props) {
  const { id, slug } = access.organisation;
  const [t, shell, years] = await Promise.all([
    getTranslations("assurance"),
    getTranslations("shell"),
    getEntryYears(id),
  ]);
  const here = { label: `${t("title")} ${year}`, ...(crumbs.length > 0 && { href: `/${slug}/assurance/${year}` }) };
  return (
    <Frame access={access} place="assurance" year={year} years={years}>
      <div className="assurance">
        <Breadcrumbs label={shell("crumbs")} crumbs={[here, ...crumbs]} />
        {children}
      </div>
    </Frame>
  );
}
