import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { Views } from "@/components/ui/views";
import type { Access } from "@/lib/access/model";
import { getFrameYear } from "@/lib/dashboard/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import "./setup.css";

/** Parts of the set-up, in the order one sets an organisation up. */
export const setupParts = ["organisation", "periods", "org-units", "pillars", "kpis", "kpi-library", "file"] as const;
export type SetupPart = (typeof setupParts)[number];

type Props = { access: Access; part: SetupPart | null; crumbs?: Crumb[]; children: ReactNode };

/** The frame of the set-up's pages, with the way from one part to the next. */
export async function SetupFrame({ access, part, crumbs = [], children }: Props) {
  const { id, slug } = access.organisation;
  const [t, shell, year, years] = await Promise.all([
    getTranslations("setup"),
    getTranslations("shell"),
    getFrameYear(id),
    getEntryYears(id),
  ]);
  const here = `/${slug}/setup`;
  const trail: Crumb[] = [
    { label: t("title"), href: here },
    ...(part ? [{ label: t(`part.${part}`), href: `${here}/${part}` }] : []),
    ...crumbs,
  ];
  return (
    <Frame access={access} place="setup" year={year} years={years}>
      <div className="setup">
        <Breadcrumbs label={shell("crumbs")} crumbs={trail} />
        <Views
          label={t("parts")}
          views={setupParts.map((other) => ({
            label: t(`part.${other}`),
            href: `${here}/${other}`,
            current: other === part,
          }))}
        />
        {children}
      </div>
    </Frame>
  );
}
