import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./factor.css";

/** The frame of the pages about emission factors: these belong to no year, so the rail leads on to the latest. */
export async function FactorsFrame({
  access,
  year,
  crumbs = [],
  children,
}: {
  access: Access;
  year: number;
  /** What follows the list of factors. */
  crumbs?: Crumb[];
  children: ReactNode;
}) {
  const { id, slug, name } = access.organisation;
  const [t, shell, years] = await Promise.all([getTranslations("factor"), getTranslations("shell"), getEntryYears(id)]);
  const list: Crumb = crumbs.length > 0 ? { label: t("title"), href: `/${slug}/factors` } : { label: t("title") };
  return (
    <Frame access={access} place="factors" year={year} years={years}>
      <Breadcrumbs label={shell("crumbs")} crumbs={[{ label: name, href: `/${slug}` }, list, ...crumbs]} />
      {children}
    </Frame>
  );
}
