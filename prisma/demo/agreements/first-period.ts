import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/database/generated/client";
import { addCommitments, openPeriod, outcomes, type Context, type LoadedPeriod, type Made } from "./period.ts";
import { firstOutcome, firstPlan, reported } from "./plan.ts";
import { act, agreeAll, followUpAll } from "./signing.ts";

const evaluation =
  "Eksempel: Læringsåret viste, at indsatser med et måltal fra begyndelsen kom længst. Det, der løber videre, er ført over i 2025–2026.";

/** 2024: everybody signs, everything is followed up, and every agreement is closed with an evaluation. */
export async function loadFirst(context: Context): Promise<LoadedPeriod> {
  const { database, organisationId, units, actors } = context;
  const { id, agreements, to } = await openPeriod(context, 0, null);
  const made = new Map<string, Made[]>();
  for (const [at, { name }] of units.entries()) {
    const agreementId = agreements.get(name)!.id;
    const status = (turn: number) => firstOutcome(at, turn);
    made.set(
      name,
      firstPlan(name, at).map((planned, turn) => ({ id: randomUUID(), agreementId, planned, status: status(turn) })),
    );
  }
  await addCommitments(
    context,
    id,
    to,
    [...made.values()].flat().map((one) => ({ ...one, row: {} })),
  );
  const all = [...agreements.values()];
  const days = {
    ...{ proposed: "2023-12-04T09:10:00Z", approved: "2023-12-11T13:30:00Z" },
    ...{ unit: "2023-12-18T10:00:00Z", central: "2023-12-20T12:15:00Z" },
  };
  await agreeAll(database, all, { edition: 1 }, days, actors);
  const required = await database.commitment.findMany({
    where: { agreement: { periodId: id }, requirementId: { not: null } },
    include: { agreement: { include: { orgUnit: true } } },
  });
  const followed = (
    commitmentId: string,
    orgUnit: string,
    said: Pick<Prisma.FollowUpCreateManyInput, "status" | "text" | "effect">,
  ) => ({
    ...{ ...said, commitmentId, onDay: new Date("2024-12-02"), actorId: actors.unitOf(orgUnit) },
    at: new Date("2024-12-02T14:00:00Z"),
  });
  await followUpAll(database, organisationId, [
    ...[...made].flatMap(([name, ones]) =>
      ones.map(({ id, status, planned: { entry } }) =>
        followed(id, name, {
          status,
          text: outcomes[status],
          effect: entry?.kpi ? reported(entry.effect, status === "done" ? 10 : status === "notStarted" ? 0 : 4) : null,
        }),
      ),
    ),
    ...required.map(({ id, agreement: { orgUnit } }, at) =>
      followed(id, orgUnit.name, {
        status: at % 9 === 4 ? "delayed" : "done",
        text: at % 9 === 4 ? outcomes.delayed : outcomes.done,
        effect: null,
      }),
    ),
  ]);
  await database.agreement.updateMany({ where: { periodId: id }, data: { evaluation: evaluation } });
  await database.agreement.updateMany({ where: { periodId: id }, data: { state: "closed" } });
  await act(database, all, {
    act: "close",
    edition: 1,
    at: "2024-12-16T09:00:00Z",
    note: evaluation,
    by: () => actors.central,
  });
  return { id, agreements, made };
}
