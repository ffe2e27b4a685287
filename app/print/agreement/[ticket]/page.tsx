import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import { PrintedAgreement } from "@/components/agreement/printed";
import { redeemAgreementTicket } from "@/lib/access/agreement-ticket";

type Props = { params: Promise<{ ticket: string }> };

/** The document's title, which becomes the file's. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const admission = redeemAgreementTicket((await params).ticket) ?? notFound();
  return { title: { absolute: `${admission.title} – ${admission.organisation}` } };
}

/** An agreement's text alone, for the printer: admitted by a ticket that is good once, not by a session. */
export default async function PrintAgreementPage({ params }: Props) {
  const { organisation, text } = redeemAgreementTicket((await params).ticket) ?? notFound();
  return <PrintedAgreement organisation={organisation} text={text} locale={await getLocale()} />;
}
