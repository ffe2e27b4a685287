import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import type { Access } from "@/lib/access/model";
import type { PeriodState } from "@/lib/database/generated/enums";
import "./request.css";

type Props = {
  access: Access;
  year: number;
  years: { year: number; state: PeriodState }[];
  crumbs: Crumb[];
  children: ReactNode;
};

/** The frame of the pages about requests, each for one year. */
export async function RequestFrame({ access, year, years, crumbs, children }: Props) {
  const shell = await getTranslations("shell");
  return (
    <Frame
      access={access}
      place="requests"
      year={year}
      years={years}
      yearHref={(other) => `/${access.organisation.slug}/requests?year=${other}`}
    >
      <div className="request">
        <Breadcrumbs label={shell("crumbs")} crumbs={crumbs} />
        {children}
      </div>
    </Frame>
  );
}
