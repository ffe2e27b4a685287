/** What the parts of the Aleris demo share. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";

/** Where the demo is written to: a transaction, or a client of its own. */
export type Database = PrismaClient | Prisma.TransactionClient;

/** What of the organisation is there so far: its root, its hospitals by name, its KPIs by code. */
export type Made = {
  organisationId: string;
  rootId: string;
  hospitals: Map<string, string>;
  kpis: Map<string, string>;
};

/** First year whose figures are collected per hospital. */
export const COLLECTION_STARTS = 2024;

/** Who enters the demo's figures: those of 2024 the people of the hospitals, so that somebody else can approve them. */
export type Authors = { controller: string; contributor: string; administrator: string };
