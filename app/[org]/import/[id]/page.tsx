import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { Failed } from "@/components/import/failed";
import { ImportFrame } from "@/components/import/frame";
import { Mapping } from "@/components/import/mapping";
import { Preview } from "@/components/import/preview";
import { Working } from "@/components/import/working";
import { requireAccess } from "@/lib/access/page";
import { pool } from "@/lib/database/pool";
import { getImport, ownOnly } from "@/lib/import/batch/queries";
import { isWorking } from "@/lib/import/model";
import { workOffImports } from "@/lib/operation/import-queue";

type Props = { params: Promise<{ org: string; id: string }>; searchParams: Promise<{ show?: string; from?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

/** One import, at whatever step it is. Its address stays the same, so that the page can be left and found again. */
export default async function ImportPage({ params, searchParams }: Props) {
  const [{ org, id }, { show, from }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("import"),
  ]);
  const access = await requireAccess(org, "value.import");
  const slug = access.organisation.slug;
  const one = await getImport(pool(), access.organisation.id, id, ownOnly(access));
  if (!one) notFound();
  if (isWorking(one.state)) workOffImports();
  return (
    <ImportFrame access={access} crumbs={[{ label: t("title"), href: `/${slug}/import` }, { label: one.name }]}>
      {isWorking(one.state) ? <Working org={slug} one={one} /> : null}
      {one.state === "mapping" ? (
        <Mapping org={slug} organisationId={access.organisation.id} one={one} locale={locale} />
      ) : null}
      {one.state === "previewed" || one.state === "imported" || one.state === "undone" ? (
        <Preview org={slug} one={one} locale={locale} show={show} from={Number(from) || 0} />
      ) : null}
      {one.state === "failed" || one.state === "cancelled" ? <Failed org={slug} one={one} /> : null}
    </ImportFrame>
  );
}
