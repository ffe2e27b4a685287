/** Psykiatrien closes at New Year 2026; its agreement passes to successors by amendment. Who they are is an example. */
import { randomUUID } from "node:crypto";
import { act, agreeAll, freezeAll, signAll } from "./signing.ts";
import type { Context, LoadedPeriod } from "./period.ts";

const closing = "Psykiatrien";
const successors = ["Aarhus Universitetshospital", "Hospitalsenhed Midt", "Regionshospitalet Gødstrup"];
const reason =
  "Eksempel: Psykiatrien og somatikken lægges sammen ved årsskiftet, og Psykiatrien lukker som selvstændig enhed";

/** Closes the org unit, hands its agreement on, and lets the successors sign what they take over. */
export async function loadSuccession(context: Context, period: LoadedPeriod): Promise<void> {
  const { database, organisationId, units, actors } = context;
  const unit = units.find(({ name }) => name === closing)!;
  const agreement = period.agreements.get(closing)!;
  await database.orgUnit.update({ where: { id: unit.id }, data: { closesOn: new Date("2025-12-31") } });
  const open = await database.commitment.findMany({
    where: { agreementId: agreement.id, requirementId: null, status: { notIn: ["done", "dropped"] } },
    include: { milestones: true },
    orderBy: { position: "asc" },
  });
  const parts = open.map((commitment, at) => ({ commitment, to: successors[at % successors.length]! }));
  await database.commitmentHandover.createMany({
    data: parts.map(({ commitment, to }) => ({
      ...{ commitmentId: commitment.id, organisationId },
      toOrgUnitId: units.find(({ name }) => name === to)!.id,
    })),
  });
  await database.agreement.update({
    where: { id: agreement.id },
    data: { edition: 2, kind: "succession", reason, handsOnFrom: new Date("2026-01-01"), state: "approved" },
  });
  await act(database, [agreement], {
    act: "handOn",
    edition: 2,
    at: "2025-12-09T09:00:00Z",
    note: reason,
    by: () => actors.central,
  });
  const texts = await freezeAll(database, [agreement], "2025-12-09T09:00:00Z", actors.central);
  const days = { unit: "2025-12-15T10:00:00Z", central: "2025-12-16T10:30:00Z" };
  await signAll(database, [agreement], texts, { edition: 2, days, to: "handedOn" }, actors);

  const taking = [...new Set(parts.map(({ to }) => to))].map((name) => period.agreements.get(name)!);
  const ids = taking.map(({ id }) => id);
  await database.agreement.updateMany({ where: { id: { in: ids } }, data: { edition: 2, kind: "amendment", reason } });
  await database.agreement.updateMany({ where: { id: { in: ids } }, data: { state: "draft" } });
  await act(database, taking, { act: "amend", edition: 2, at: days.central, note: reason, by: () => actors.central });
  const copies = parts.map(({ commitment, to }, at) => ({ commitment, to, id: randomUUID(), position: 500 + at }));
  await database.commitment.createMany({
    data: copies.map(({ commitment: { milestones: _, id: fromId, ...kept }, to, id, position }) => ({
      ...{ ...kept, id, fromId, position, origin: "handedOn" as const },
      agreementId: period.agreements.get(to)!.id,
      reportedEffect: null,
    })),
  });
  await database.milestone.createMany({
    data: copies.flatMap(({ commitment: { milestones }, id: commitmentId }) =>
      milestones.map(({ id: _, ...milestone }) => ({ ...milestone, commitmentId })),
    ),
  });
  const amending = {
    ...{ proposed: "2025-12-17T09:00:00Z", approved: "2025-12-18T09:00:00Z" },
    ...{ unit: "2025-12-19T09:00:00Z", central: "2025-12-19T13:00:00Z" },
  };
  await agreeAll(database, taking, { edition: 2 }, amending, actors);
}
