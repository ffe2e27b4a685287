import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { getFrameYear } from "@/lib/dashboard/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./restatement.css";

/** The frame of the pages about restatements: these belong to no year, so the rail leads on to the latest. */
export async function RestatementsFrame({
  access,
  crumbs,
  tools,
  children,
}: {
  access: Access;
  crumbs: Crumb[];
  tools?: ReactNode;
  children: ReactNode;
}) {
  const { id, slug } = access.organisation;
  const [t, shell, year, years] = await Promise.all([
    getTranslations("restatement"),
    getTranslations("shell"),
    getFrameYear(id),
    getEntryYears(id),
  ]);
  const first = crumbs.length > 0 ? { label: t("title"), href: `/${slug}/restatements` } : { label: t("title") };
  return (
    <Frame access={access} place="restatements" year={year} years={years}>
      <Breadcrumbs label={shell("crumbs")} crumbs={[first, ...crumbs]}>
        {tools}
      </Breadcrumbs>
      <div className="restatements">{children}</div>
    </Frame>
  );
}
