import type { Locale } from "@/lib/language/model";

/** What an edition prints of itself: its number, its ISO day, and the digest of its figures. */
export type EditionMark = { number: number; day: string; figuresDigest: string };

/** What a ticket admits to: one report, in one language, as it stood when it was asked for; with what an edition of it says of itself. */
export type Admission = {
  organisation: { id: string; slug: string; dataVersion: string };
  year: number;
  locale: Locale;
  edition?: EditionMark;
  /** How many of the year's figures are not approved: said on the cover of what is printed before the year is published. */
  unapproved?: number;
};

/** Tickets that have not been used yet, with the time each ends. */
export type Tickets<To = Admission> = Map<string, { admission: To; endsAt: number }>;

/** How long a ticket is good, in milliseconds: the printer uses it at once. */
export const ticketLife = 30_000;

/** Adds a ticket and drops those nobody came for. */
export function keepTicket<To>(tickets: Tickets<To>, ticket: string, admission: To, now: number): void {
  for (const [other, { endsAt }] of tickets) if (endsAt <= now) tickets.delete(other);
  tickets.set(ticket, { admission, endsAt: now + ticketLife });
}

/** What a ticket admits to, once; null when it was never given out, is used or too old. */
export function useTicket<To>(tickets: Tickets<To>, ticket: string, now: number): To | null {
  const found = tickets.get(ticket);
  tickets.delete(ticket);
  return found && found.endsAt > now ? found.admission : null;
}
