import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./import.css";

/** The frame of the pages of imports: these belong to data entry, and to no year. */
export async function ImportFrame({
  access,
  crumbs,
  children,
}: {
  access: Access;
  crumbs: Crumb[];
  children: ReactNode;
}) {
  const { id, slug } = access.organisation;
  const [t, shell, years] = await Promise.all([getTranslations("import"), getTranslations("shell"), getEntryYears(id)]);
  const year =
    years.find(({ state }) => state === "open" || state === "inReview")?.year ??
    years[0]?.year ??
    new Date().getUTCFullYear();
  return (
    <Frame access={access} place="entry" year={year} years={years}>
      <Breadcrumbs
        label={shell("crumbs")}
        crumbs={[{ label: t("entry"), href: `/${slug}/entry/${year}` }, ...crumbs]}
      />
      <div className="import">{children}</div>
    </Frame>
  );
}
