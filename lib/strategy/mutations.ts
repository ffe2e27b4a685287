import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";

/** The strategy as it is to be. */
export type StrategyDraft = { nameDa: string; nameEn: string; adoptedYear: number; centralFunction: string };

/** A goal, track or function to be added under a code of its own. */
type Named = { code: string; nameDa: string; nameEn: string };

/** Says which strategy the agreements serve, and who signs for the organisation. */
export async function setStrategy(setter: Setter, draft: StrategyDraft): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    await tx.strategy.upsert({ where: { organisationId }, create: { ...draft, organisationId }, update: draft });
    return { action: "strategy.set", subject: draft.nameDa, detail: { ...draft } };
  });
}

/** Adds a goal. Refuses `setup.taken`, and a KPI of elsewhere by `access.notFound`. */
export async function addGoal(setter: Setter, goal: Named & { year: number; kpiId: string | null }): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    if (goal.kpiId && !(await tx.kpi.count({ where: { organisationId, id: goal.kpiId } })))
      throw new Refusal("access.notFound");
    const position = await tx.strategyGoal.count({ where: { organisationId } });
    await tx.strategyGoal.create({ data: { ...goal, organisationId, position }, select: { id: true } });
    return { action: "strategy.addGoal", subject: goal.code, detail: { year: goal.year } };
  });
}

/** Adds a track with the functions that follow it. Refuses `setup.taken`, and ids of elsewhere by `access.notFound`. */
export async function addTrack(
  setter: Setter,
  { functionIds, ...track }: Named & { colour: string; goalId: string | null; functionIds: string[] },
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    if (track.goalId && !(await tx.strategyGoal.count({ where: { organisationId, id: track.goalId } })))
      throw new Refusal("access.notFound");
    const position = await tx.track.count({ where: { organisationId } });
    const { id } = await tx.track.create({ data: { ...track, organisationId, position }, select: { id: true } });
    await follow(tx, organisationId, id, functionIds);
    return { action: "strategy.addTrack", subject: track.code, detail: { functions: functionIds.length } };
  });
}

/** Says which functions follow a track. */
export async function setFollowers(setter: Setter, trackId: string, functionIds: string[]): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const track = await tx.track.findUnique({ where: { organisationId_id: { organisationId, id: trackId } } });
    if (!track) throw new Refusal("access.notFound");
    await tx.trackFunction.deleteMany({ where: { trackId } });
    await follow(tx, organisationId, trackId, functionIds);
    return { action: "strategy.setFollowers", subject: track.code, detail: { functions: functionIds } };
  });
}

/** Adds a specialist function. Refuses `setup.taken`. */
export async function addFunction(setter: Setter, { code, name }: { code: string; name: string }): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const position = await tx.specialistFunction.count({ where: { organisationId } });
    await tx.specialistFunction.create({ data: { organisationId, code, name, position }, select: { id: true } });
    return { action: "strategy.addFunction", subject: code };
  });
}

/** Says who works in a specialist function: people of the organisation, whatever their role. */
export async function setMembers(setter: Setter, functionId: string, userIds: string[]): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const [found, people] = await Promise.all([
      tx.specialistFunction.findUnique({ where: { organisationId_id: { organisationId, id: functionId } } }),
      tx.membership.findMany({ where: { organisationId, userId: { in: userIds } }, distinct: ["userId"] }),
    ]);
    if (!found || people.length !== new Set(userIds).size) throw new Refusal("access.notFound");
    await tx.functionMember.deleteMany({ where: { functionId } });
    await tx.functionMember.createMany({ data: userIds.map((userId) => ({ organisationId, functionId, userId })) });
    return { action: "strategy.setMembers", subject: found.code, detail: { people: userIds } };
  });
}

async function follow(tx: Prisma.TransactionClient, organisationId: string, trackId: string, functionIds: string[]) {
  if (
    (await tx.specialistFunction.count({ where: { organisationId, id: { in: functionIds } } })) !== functionIds.length
  )
    throw new Refusal("access.notFound");
  await tx.trackFunction.createMany({
    data: functionIds.map((functionId) => ({ organisationId, trackId, functionId })),
  });
}
