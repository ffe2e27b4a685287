import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportFrame } from "@/components/import/frame";
import { ImportList } from "@/components/import/list";
import { Upload } from "@/components/import/upload";
import { requireAccess } from "@/lib/access/page";
import { pool } from "@/lib/database/pool";
import { listImports, ownOnly } from "@/lib/import/batch/queries";
import { isWorking } from "@/lib/import/model";
import { getEntryYears } from "@/lib/value/overview/queries";
import { warmImports, workOffImports } from "@/lib/operation/import-queue";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<{ refused?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

/** Where files are brought in, and what became of those brought before. */
export default async function ImportsPage({ params, searchParams }: Props) {
  const [{ org }, { refused }, t] = await Promise.all([params, searchParams, getTranslations("import")]);
  const access = await requireAccess(org, "value.import");
  const [imports, years] = await Promise.all([
    listImports(pool(), access.organisation.id, ownOnly(access)),
    getEntryYears(access.organisation.id),
  ]);
  // A process that was killed leaves work behind: whoever looks has it taken up.
  if (imports.some(({ state }) => isWorking(state))) workOffImports();
  else warmImports();
  const code = typeof refused === "string" && /^[a-zA-Z]+$/.test(refused) ? refused : null;
  return (
    <ImportFrame access={access} crumbs={[{ label: t("title") }]}>
      <Upload
        org={access.organisation.slug}
        refused={code}
        year={years.find(({ state }) => state === "open" || state === "inReview")?.year ?? null}
      />
      <ImportList org={access.organisation.slug} imports={imports} />
    </ImportFrame>
  );
}
