/** What an audit trail is narrowed to; null: no limit. Days are ISO days in the organisation's clock, both included. */
export type AuditFilter = {
  /** Room of the act: "value", "user". */
  room: string | null;
  actorId: string | null;
  door: AuditDoor | null;
  from: string | null;
  to: string | null;
  /** Only links before this one: the next page. */
  before: number | null;
};

/** Ways by which a change comes in. */
export const auditDoors = ["page", "import", "command", "demo"] as const;
export type AuditDoor = (typeof auditDoors)[number];

/** One line of the trail, to read. */
export type AuditLine = {
  sequence: string;
  at: string;
  /** Present name; null: erased, or nobody was signed in. */
  actor: string | null;
  door: string;
  action: string;
  subject: string;
  /** From what to what, as stored. */
  detail: string;
  hash: string;
};

/** The filter as the query of an address, without what sets no limit; `before` only where it is given. */
export function auditQuery(filter: AuditFilter): string {
  const said = Object.entries(filter).filter(([, value]) => value !== null);
  return new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
}

/**
 * The instant at which a day begins in a time zone. Offsets change in the hours after midnight, so the one that holds
 * at midnight UTC holds at the local midnight too.
 */
export function startOfDay(day: string, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(
    new Date(`${day}T00:00:00Z`),
  );
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value.replace("GMT", "") || "Z";
  return new Date(`${day}T00:00:00${offset}`);
}
