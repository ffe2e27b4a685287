import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { getFrameYear } from "@/lib/dashboard/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./user.css";

/** The frame of the pages about users: these belong to no year, so the rail leads on to the latest. */
export async function UsersFrame({
  access,
  crumbs,
  children,
}: {
  access: Access;
  crumbs: Crumb[];
  children: ReactNode;
}) {
  const { id, slug, name } = access.organisation;
  const [t, year, years] = await Promise.all([getTranslations("shell"), getFrameYear(id), getEntryYears(id)]);
  return (
    <Frame access={access} place="users" year={year} years={years}>
      <Breadcrumbs label={t("crumbs")} crumbs={[{ label: name, href: `/${slug}` }, ...crumbs]} />
      {children}
    </Frame>
  );
}
