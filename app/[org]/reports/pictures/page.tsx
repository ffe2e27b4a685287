import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { PictureLibrary } from "@/components/picture/library";
import { Frame } from "@/components/shell/frame";
import { requireAccess } from "@/lib/access/page";
import { listPeriods } from "@/lib/report/queries";
import { listPictures } from "@/lib/picture/queries";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("picture"))("title") };
}

/** The pictures the organisation's reports can show. */
export default async function PicturesPage({ params, searchParams }: Props) {
  const [{ org }, { refused }, locale] = await Promise.all([params, searchParams, getLocale()]);
  const access = await requireAccess(org, "report.edit");
  const [pictures, periods] = await Promise.all([
    listPictures(access.organisation, locale),
    listPeriods(access.organisation.id),
  ]);
  return (
    <Frame
      access={access}
      place="reports"
      year={periods.at(-1)?.year ?? new Date().getFullYear()}
      years={periods}
      yearHref={(year) => `/${access.organisation.slug}/reports/${year}`}
    >
      <PictureLibrary
        slug={access.organisation.slug}
        pictures={pictures}
        refused={typeof refused === "string" ? refused : null}
      />
    </Frame>
  );
}
