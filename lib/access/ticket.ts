import "server-only";
import { randomBytes } from "node:crypto";
import { cache } from "react";
import { keepTicket, useTicket, type Admission, type Tickets } from "@/lib/report/ticket/model";

// Pages and handlers are bundled apart; what they share hangs on the process.
const kept = globalThis as { reportTickets?: Tickets };
const tickets: Tickets = (kept.reportTickets ??= new Map());

/**
 * A secret that lets the printer fetch one report once, without anybody's session: whoever asked has been checked
 * before, and the printer shall see nothing else of theirs.
 */
export function issueTicket(admission: Admission): string {
  const ticket = randomBytes(32).toString("base64url");
  keepTicket(tickets, ticket, admission, Date.now());
  return ticket;
}

/** Uses a ticket; every part of one request gets the same answer. */
export const redeemTicket = cache((ticket: string): Admission | null => useTicket(tickets, ticket, Date.now()));
