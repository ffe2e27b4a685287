import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { Framed } from "@/components/composer/framed";
import { ReportDocument } from "@/components/report/report-document";
import { requireAccess } from "@/lib/access/page";
import { yearFrom } from "@/lib/dashboard/year/model";
import { isLocale } from "@/lib/language/model";
import { getReportView } from "@/lib/report/view/queries";
import "@/components/composer/preview.css";

type Props = {
  params: Promise<{ org: string; year: string }>;
  searchParams: Promise<{ as?: string; lang?: string; at?: string }>;
};

/** The title of the window. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("composer"))("preview.title") };
}

/** The report alone, for the frame beside what is being written: as a page, or as it looks on A4. */
export default async function PreviewPage({ params, searchParams }: Props) {
  const [{ org, year: text }, { as, lang, at = "" }, readers, received] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    headers(),
  ]);
  const { organisation } = await requireAccess(org, "report.edit");
  const year = yearFrom(text) ?? notFound();
  const locale = lang !== undefined && isLocale(lang) ? lang : readers;
  const of = (await getReportView(organisation, year, locale)) ?? notFound();
  return (
    <main className={as === "paper" ? "preview on-paper" : "preview"}>
      {/* What the report leads to is not for this frame. */}
      <base target="_blank" />
      <ReportDocument
        of={of}
        lineageBase={`/${organisation.slug}/figures`}
        locale={locale}
        nonce={received.get("x-nonce") ?? undefined}
      />
      <Framed isOnPaper={as === "paper"} at={String(at)} />
    </main>
  );
}
