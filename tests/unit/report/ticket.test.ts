import { expect, test } from "vitest";
import { keepTicket, ticketLife, useTicket, type Admission, type Tickets } from "@/lib/report/ticket/model";

const admission: Admission = { organisation: { id: "o", slug: "o", dataVersion: "1" }, year: 2023, locale: "da" };

test("a ticket is good once, for a short while, and for nobody who does not know it", () => {
  const tickets: Tickets = new Map();
  keepTicket(tickets, "secret", admission, 1_000);
  expect(useTicket(tickets, "guess", 1_001)).toBeNull();
  expect(useTicket(tickets, "secret", 1_002)).toBe(admission);
  expect(useTicket(tickets, "secret", 1_003)).toBeNull();
  keepTicket(tickets, "late", admission, 1_000);
  expect(useTicket(tickets, "late", 1_000 + ticketLife)).toBeNull();
});

test("tickets nobody came for do not pile up", () => {
  const tickets: Tickets = new Map();
  for (let turn = 0; turn < 100; turn += 1) keepTicket(tickets, `t${turn}`, admission, turn * ticketLife);
  expect(tickets.size).toBe(1);
});
