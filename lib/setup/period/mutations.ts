import { Refusal } from "@/lib/access/refusal";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { stepsFrom, type PeriodState } from "./model";

/** Opens a reporting year for entry. Refuses `setup.taken` when it is there. */
export async function openPeriod(setter: Setter, year: number, dueOn: string | null): Promise<void> {
  await changeSetup(setter, async (tx) => {
    await tx.reportingPeriod.create({
      data: { organisationId: setter.organisationId, year, dueOn: dueOn === null ? null : new Date(dueOn) },
      select: { year: true },
    });
    return { action: "period.open", subject: String(year), detail: { dueOn } };
  });
}

/**
 * Takes a year a step on, or back. Refuses `access.notFound`, `setup.noSuchStep` when somebody was faster or the year
 * is published, and `setup.reasonMissing` for a step back without a reason.
 */
export async function takeStep(setter: Setter, year: number, to: PeriodState, reason: string): Promise<void> {
  await changeSetup(setter, async (tx) => {
    const where = { organisationId_year: { organisationId: setter.organisationId, year } };
    await tx.$queryRaw`SELECT FROM "ReportingPeriod" WHERE "organisationId" = ${setter.organisationId}::uuid AND "year" = ${year} FOR UPDATE`;
    const period = await tx.reportingPeriod.findUnique({ where, select: { state: true } });
    if (!period) throw new Refusal("access.notFound");
    const step = stepsFrom(period.state).find((possible) => possible.to === to);
    if (!step) throw new Refusal("setup.noSuchStep");
    if (step.needsReason && reason === "") throw new Refusal("setup.reasonMissing", {}, "reason");
    await tx.reportingPeriod.update({ where, data: { state: to }, select: { year: true } });
    return { action: "period.step", subject: String(year), detail: { from: period.state, to, reason } };
  });
}
