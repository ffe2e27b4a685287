import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/database/generated/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { rolled } from "@/lib/commitment/rolling/model";
import {
  addCommitments,
  openPeriod,
  outcomes,
  shortUnit,
  type Context,
  type Draft,
  type LoadedPeriod,
  type Made,
} from "./period.ts";
import { decisionAfter, reported, secondOutcome, secondPlan } from "./plan.ts";
import { agreeAll, followUpAll } from "./signing.ts";

/** 2025–2026: rolled forward from 2024; all sign but one, which has too few own commitments. */
export async function loadSecond(context: Context, first: LoadedPeriod): Promise<LoadedPeriod> {
  const { database, organisationId, units, actors } = context;
  const { id, agreements, from, to } = await openPeriod(context, 1, first.id);
  const made = new Map<string, Made[]>();
  const drafts: Draft[] = [];
  const decisions: Prisma.CommitmentDecisionCreateManyInput[] = [];
  for (const [at, { name }] of units.entries()) {
    const agreementId = agreements.get(name)!.id;
    const carried = first.made.get(name)!.flatMap((old): Draft[] => {
      const decision = decisionAfter(old.status, at);
      const reason = decision === "end" ? "Gennemført i 2024" : "";
      decisions.push({
        organisationId,
        commitmentId: old.id,
        decision,
        reason,
        actorId: actors.unitOf(name),
        at: new Date("2024-12-09T10:20:00Z"),
      });
      const next = rolled(decision, { ...old, text: "", responsible: "", deadline: "2024-12-31" }, { from, to });
      if (!next) return [];
      const { status, origin } = next;
      return [{ ...old, id: randomUUID(), agreementId, status, row: { fromId: old.id, origin, status } }];
    });
    const wanted = name === shortUnit ? 2 : 3;
    const circular = carried.filter(({ planned: { track } }) => track === "circular-economy");
    const kept = carried.filter((one) => !circular.slice(wanted).includes(one));
    const more = secondPlan(
      at,
      kept.map(({ planned }) => planned),
      wanted - circular.length,
    );
    const added = more.map((planned): Draft => ({
      id: randomUUID(),
      agreementId,
      planned,
      status: "notStarted",
      row: {},
    }));
    made.set(name, [...kept, ...added]);
    drafts.push(...kept, ...added);
  }
  await database.commitmentDecision.createMany({ data: decisions });
  await addCommitments(context, id, to, drafts);
  const all = [...agreements.values()];
  const signing = all.filter(({ orgUnit }) => orgUnit !== shortUnit);
  const days = {
    ...{ proposed: "2024-12-12T09:00:00Z", approved: "2024-12-17T11:00:00Z" },
    ...{ unit: "2024-12-19T08:40:00Z", central: "2024-12-20T13:05:00Z" },
  };
  await agreeAll(database, all, { edition: 1, signing }, days, actors);
  await followUpSecond(context, made, id);
  return { id, agreements, made };
}

async function followUpSecond(
  { database, organisationId, actors }: Context,
  made: Map<string, Made[]>,
  periodId: string,
) {
  const days = ["2025-06-16", "2025-12-08", "2026-06-15"];
  const own = [...made].filter(([name]) => name !== shortUnit);
  const rows = own.flatMap(([name, ones], at) =>
    ones.flatMap(({ id, planned: { entry } }, turn) =>
      days.slice(0, name === "Psykiatrien" ? 2 : (at + turn) % 6 === 5 ? 2 : 3).map((day, time) => {
        const status = time === 2 ? secondOutcome(at, turn) : time === 0 && turn % 3 === 2 ? "notStarted" : "onTrack";
        const tenths = status === "notStarted" ? 0 : status === "done" ? 10 + (turn % 2) : 2 + time * 3;
        return {
          ...{ commitmentId: id, status, text: outcomes[status], onDay: new Date(day), actorId: actors.unitOf(name) },
          effect: entry?.kpi ? reported(entry.effect, tenths) : null,
          at: new Date(`${day}T12:00:00Z`),
        };
      }),
    ),
  );
  const required = await database.commitment.findMany({
    where: { agreement: { periodId, state: "signed" }, requirementId: { not: null } },
    include: { agreement: { include: { orgUnit: true } } },
  });
  const told = required.map(({ id, agreement: { orgUnit } }, at) => {
    const status: CommitmentStatus = at % 3 === 0 ? "done" : at % 8 === 5 ? "delayed" : "onTrack";
    const day = orgUnit.name === "Psykiatrien" ? "2025-12-08" : "2026-06-15";
    return {
      commitmentId: id,
      status,
      text: outcomes[status],
      onDay: new Date(day),
      actorId: actors.unitOf(orgUnit.name),
      at: new Date(`${day}T12:30:00Z`),
    };
  });
  await followUpAll(database, organisationId, [...rows, ...told]);
}
