import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuditTrail } from "@/components/audit/trail";
import { AuditSearch } from "@/components/audit/search";
import { Frame } from "@/components/shell/frame";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { requireAccess } from "@/lib/access/page";
import { auditFilterSchema } from "@/lib/audit/schema";
import { auditChoices, searchAudit } from "@/lib/audit/queries";
import { getFrameYear } from "@/lib/dashboard/queries";
import { getEntryYears } from "@/lib/value/overview/queries";
import "@/components/audit/audit.css";

type Props = { params: Promise<{ org: string }>; searchParams: Promise<Record<string, string | string[]>> };

const PAGE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

/** Who did what when in the organisation, to narrow and to take away. */
export default async function AuditPage({ params, searchParams }: Props) {
  const [{ org }, asked, t, shell] = await Promise.all([
    params,
    searchParams,
    getTranslations("audit"),
    getTranslations("shell"),
  ]);
  const { organisation, ...access } = await requireAccess(org, "audit.read");
  const filter = auditFilterSchema.parse(asked);
  const [lines, choices, years, year] = await Promise.all([
    searchAudit(organisation.id, filter, PAGE + 1),
    auditChoices(organisation.id),
    getEntryYears(organisation.id),
    getFrameYear(organisation.id),
  ]);
  return (
    <Frame access={{ ...access, organisation }} place="audit" year={year} years={years}>
      <Breadcrumbs label={shell("crumbs")} crumbs={[{ label: t("title") }]} />
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <AuditSearch slug={organisation.slug} filter={filter} choices={choices} />
      <AuditTrail slug={organisation.slug} filter={filter} lines={lines.slice(0, PAGE)} hasMore={lines.length > PAGE} />
    </Frame>
  );
}
