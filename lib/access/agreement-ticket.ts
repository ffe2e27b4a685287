import "server-only";
import { randomBytes } from "node:crypto";
import { cache } from "react";
import type { TextView } from "@/lib/agreement/model";
import { keepTicket, useTicket, type Tickets } from "@/lib/report/ticket/model";

/** What such a ticket admits to: one text of one agreement, with what stands around it. */
export type AgreementAdmission = { organisation: string; title: string; text: TextView };

// Pages and handlers are bundled apart; what they share hangs on the process.
const kept = globalThis as { agreementTickets?: Tickets<AgreementAdmission> };
const tickets: Tickets<AgreementAdmission> = (kept.agreementTickets ??= new Map());

/** A secret that lets the printer fetch one text once, without anybody's session. */
export function issueAgreementTicket(admission: AgreementAdmission): string {
  const ticket = randomBytes(32).toString("base64url");
  keepTicket(tickets, ticket, admission, Date.now());
  return ticket;
}

/** Uses a ticket; every part of one request gets the same answer. */
export const redeemAgreementTicket = cache((ticket: string): AgreementAdmission | null =>
  useTicket(tickets, ticket, Date.now()),
);
