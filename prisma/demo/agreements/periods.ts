/** Region Midtjylland's agreements: 2024 signed by all and closed, 2025–2026 rolled forward from it and running. */
import { randomUUID } from "node:crypto";
import type { Prisma } from "@/lib/database/generated/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { requireInDrafts } from "@/lib/agreement/period/mutations";
import { rolled } from "@/lib/commitment/rolling/model";
import { requirements } from "./catalogue.ts";
import { decisionAfter, firstOutcome, firstPlan, reported, secondOutcome, secondPlan, type Planned } from "./plan.ts";
import { periods, trackFacts, type Setting } from "./setting.ts";
import { act, approveAll, followUpAll, signAll, type DemoActors, type DemoAgreement } from "./signing.ts";

type Transaction = Prisma.TransactionClient;
type Unit = { id: string; name: string };
/** A commitment of the demo as it was made. */
export type Made = { id: string; agreementId: string; planned: Planned; status: CommitmentStatus };
export type Context = {
  database: Transaction;
  organisationId: string;
  setting: Setting;
  units: Unit[];
  actors: DemoActors;
};
export type LoadedPeriod = { id: string; agreements: Map<string, DemoAgreement>; made: Map<string, Made[]> };

/** The one unit that has two own commitments in circular economy, and is refused signing. */
export const shortUnit = "Regionsapoteket";

/** Sets up a period with its rules, requirements and a draft for every unit. */
async function openPeriod(
  { database, organisationId, setting, units }: Context,
  at: number,
  previousId: string | null,
) {
  const { from, to, note } = periods[at]!;
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  const { id: periodId } = await database.agreementPeriod.create({
    data: {
      ...{ organisationId, previousId, code: first === last ? first : `${first}-${last}` },
      ...{ from: new Date(from), to: new Date(to), noteDa: note.da, noteEn: note.en },
    },
  });
  await database.trackRule.createMany({
    data: trackFacts.map(({ code, minimumOwnCommitments }) => ({
      ...{ organisationId, periodId, trackId: setting.trackIds.get(code)! },
      minimumOwn: minimumOwnCommitments,
    })),
  });
  await database.requirement.createMany({
    data: requirements.map(({ track, unit, ...said }, position) => ({
      ...{ ...said, organisationId, periodId, position, trackId: setting.trackIds.get(track)! },
      orgUnitId: unit ? units.find(({ name }) => name === unit)!.id : null,
      isExample: true,
    })),
  });
  const rows = await database.agreement.createManyAndReturn({
    data: units.map(({ id: orgUnitId }) => ({ organisationId, periodId, orgUnitId, isExample: true })),
  });
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const agreements = new Map(
    rows.map(({ id, orgUnitId }): [string, DemoAgreement] => {
      const orgUnit = names.get(orgUnitId)!;
      return [orgUnit, { id, organisationId, orgUnit, steps: 0, texts: 0 }];
    }),
  );
  return { id: periodId, agreements, from, to };
}

type Draft = Made & { row: Partial<Prisma.CommitmentCreateManyInput> };

/** Adds own commitments, then the requirements, whose responsible is the unit's management. */
async function addCommitments(context: Context, periodId: string, to: string, drafts: Draft[]): Promise<void> {
  const { database, organisationId, setting } = context;
  await database.commitment.createMany({
    data: drafts.map(({ id, agreementId, planned: { entry, track, text, responsible }, row }, position) => ({
      ...{ id, organisationId, agreementId, text, responsible, position, isExample: true },
      trackId: setting.trackIds.get(track)!,
      initiativeId: entry ? setting.initiativeIds.get(entry.code)! : null,
      kpiId: entry?.kpi ? setting.kpiIds.get(entry.kpi)! : null,
      expectedEffect: entry?.effect ?? null,
      measure: "milestones",
      origin: entry ? "catalogue" : "anew",
      deadline: new Date(to),
      ...row,
    })) as Prisma.CommitmentCreateManyInput[],
  });
  await requireInDrafts(database, periodId, null);
  await database.commitment.updateMany({
    where: { organisationId, agreement: { periodId }, requirementId: { not: null } },
    data: { responsible: "Ledelsessekretariatet" },
  });
  await database.$executeRaw`
    INSERT INTO "Milestone" ("organisationId", "commitmentId", position, text, "dueOn")
    SELECT c."organisationId", c.id, step.at, step.text, (p."from" + (p."to" - p."from") * step.at / 3)::date
    FROM "Commitment" c JOIN "Agreement" a ON a.id = c."agreementId" JOIN "AgreementPeriod" p ON p.id = a."periodId",
      (VALUES (1, 'Plan og ansvar er på plads'), (2, 'Prøvet på ét sted, og erfaringen skrevet ned')) AS step(at, text)
    WHERE p.id = ${periodId}::uuid`;
}

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
  const texts = await approveAll(
    database,
    all,
    1,
    { proposed: "2023-12-04T09:10:00Z", approved: "2023-12-11T13:30:00Z" },
    actors,
  );
  await signAll(
    database,
    all,
    texts,
    { edition: 1, days: { unit: "2023-12-18T10:00:00Z", central: "2023-12-20T12:15:00Z" } },
    actors,
  );
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
  const texts = await approveAll(
    database,
    all,
    1,
    { proposed: "2024-12-12T09:00:00Z", approved: "2024-12-17T11:00:00Z" },
    actors,
  );
  const signing = all.filter(({ orgUnit }) => orgUnit !== shortUnit);
  await signAll(
    database,
    signing,
    texts,
    { edition: 1, days: { unit: "2024-12-19T08:40:00Z", central: "2024-12-20T13:05:00Z" } },
    actors,
  );
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

const evaluation =
  "Eksempel: Læringsåret viste, at indsatser med et måltal fra begyndelsen kom længst. Det, der løber videre, er ført over i 2025–2026.";
const outcomes: Record<CommitmentStatus, string> = {
  notStarted: "Eksempel: Ikke begyndt; afventer, at ansvaret er placeret.",
  onTrack: "Eksempel: Forløber efter planen; de første steder er i gang.",
  delayed: "Eksempel: Forsinket, fordi leverancen kom senere end aftalt.",
  done: "Eksempel: Gennemført og gjort til fast praksis.",
  dropped: "Eksempel: Opgivet.",
};
