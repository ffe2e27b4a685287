import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { ReportDocument } from "@/components/report/report-document";
import { createTranslator } from "use-intl/core";
import { appOrigin } from "@/lib/access/origin";
import { redeemTicket } from "@/lib/access/ticket";
import { messages } from "@/lib/language/messages";
import { getReportView } from "@/lib/report/view/queries";

type Props = { params: Promise<{ ticket: string }> };

async function reportOf({ params }: Props) {
  const admission = redeemTicket((await params).ticket) ?? notFound();
  const of = (await getReportView(admission.organisation, admission.year, admission.locale)) ?? notFound();
  // Absolute: a file is read anywhere. An edition is read for ever, and leads nowhere but into itself.
  const lineageBase = admission.edition ? undefined : `${appOrigin()}/${admission.organisation.slug}/figures`;
  const { locale, edition, year } = admission;
  const t = createTranslator({ locale, messages: messages[locale], namespace: "approval" });
  // Only a print of our own counts what is not approved; an edition is of an approved year.
  const notice = admission.unapproved ? t("printNotice", { count: admission.unapproved, year }) : undefined;
  return { of, locale, edition, lineageBase, notice };
}

/** The document's title, which becomes the file's. */
export async function generateMetadata(props: Props): Promise<Metadata> {
  const { of } = await reportOf(props);
  return { title: { absolute: `${of.report.title} – ${of.view.organisation.name}` } };
}

/** The report alone, for the printer: admitted by a ticket that is good once, not by a session. */
export default async function PrintPage(props: Props) {
  const [{ of, ...shown }, received] = await Promise.all([reportOf(props), headers()]);
  return <ReportDocument of={of} {...shown} nonce={received.get("x-nonce") ?? undefined} />;
}
