/** How far the values of Aleris 2024 have come in the demo: some approved, some waiting, one returned. All of it is invented. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { sayOfAll } from "./approval-factory.ts";

type Database = PrismaClient | Prisma.TransactionClient;

const at = (day: string, time: string) => new Date(`2025-${day}T${time}:00+01:00`);

/** Loads it, in the name of the demo's people. */
export async function loadAlerisApproval(
  database: Database,
  organisationId: string,
  { controller, contributor, administrator }: { controller: string; contributor: string; administrator: string },
): Promise<void> {
  const year = 2024;
  const say = (...[by, verdict, which, comment]: Tail) =>
    sayOfAll(database, organisationId, by, verdict, { year, ...which }, comment);
  await say({ actorId: administrator, at: at("02-03", "09:30") }, "submitted", {
    orgUnits: ["ringsted", "esbjerg", "aarhus", "in-lab"],
  });
  await say({ actorId: contributor, at: at("02-03", "14:10") }, "submitted", {
    orgUnits: ["koebenhavn"],
    kpis: ["electricity", "fte", "headcount-men", "headcount-women", "sick-days-short", "injury-count"],
  });
  await say({ actorId: contributor, at: at("02-04", "10:20") }, "submitted", {
    orgUnits: ["aalborg"],
    kpis: ["electricity", "water"],
  });
  // Ringsted's heat was an estimate then; the figure that came later waits by itself.
  await say({ actorId: controller, at: at("02-05", "11:00") }, "approved", { orgUnits: ["ringsted"] });
  await say(
    { actorId: controller, at: at("02-05", "11:25") },
    "returned",
    { orgUnits: ["koebenhavn"], kpis: ["sick-days-short"] },
    "Eksempel: Er det arbejdsdage? Sidste år talte I arbejdsdage, og tallet ligner kalenderdage. | Example: Are these working days? Last year you counted working days, and this looks like calendar days.",
  );
}

type Tail = [
  by: { actorId: string; at: Date },
  verdict: "submitted" | "approved" | "returned",
  which: { kpis?: string[]; orgUnits?: string[] },
  comment?: string,
];
