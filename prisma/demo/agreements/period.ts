/** What both periods of Region Midtjylland's agreements begin with: a draft for every org unit, and what is promised in it. */
import type { Prisma } from "@/lib/database/generated/client";
import type { CommitmentStatus } from "@/lib/database/generated/enums";
import { requireInDrafts } from "@/lib/agreement/period/mutations";
import { requirements } from "./catalogue.ts";
import type { Planned } from "./plan.ts";
import { periods, trackFacts, type Setting } from "./setting.ts";
import type { DemoActors, DemoAgreement } from "./signing.ts";

type Transaction = Prisma.TransactionClient;
type Unit = { id: string; name: string };
/** A commitment of the demo as it was made. */
export type Made = { id: string; agreementId: string; planned: Planned; status: CommitmentStatus };
/** What the periods are loaded into, and by whom. */
export type Context = {
  database: Transaction;
  organisationId: string;
  setting: Setting;
  units: Unit[];
  actors: DemoActors;
};
/** A period as it was loaded: agreements and own commitments by org unit. */
export type LoadedPeriod = { id: string; agreements: Map<string, DemoAgreement>; made: Map<string, Made[]> };

/** The one org unit that has two own commitments in circular economy, and is refused signing. */
export const shortUnit = "Regionsapoteket";

/** Sets up a period with its rules, requirements and a draft for every org unit. */
export async function openPeriod(
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

/** A commitment of a draft, with what its row says beyond the plan. */
export type Draft = Made & { row: Partial<Prisma.CommitmentCreateManyInput> };

/** Adds own commitments, then the requirements, whose responsible is the org unit's management. */
export async function addCommitments(context: Context, periodId: string, to: string, drafts: Draft[]): Promise<void> {
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

/** What a follow-up says of a commitment that far. */
export const outcomes: Record<CommitmentStatus, string> = {
  notStarted: "Eksempel: Ikke begyndt; afventer, at ansvaret er placeret.",
  onTrack: "Eksempel: Forløber efter planen; de første steder er i gang.",
  delayed: "Eksempel: Forsinket, fordi leverancen kom senere end aftalt.",
  done: "Eksempel: Gennemført og gjort til fast praksis.",
  dropped: "Eksempel: Opgivet.",
};
