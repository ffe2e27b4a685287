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

/** Changes what a goal is called, when it shall be reached and which KPI tells how far it is; its code stays. */
export async function changeGoal(
  setter: Setter,
  { id, ...goal }: Omit<Named, "code"> & { id: string; year: number; kpiId: string | null },
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const before = await tx.strategyGoal.findUnique({ where: { organisationId_id: { organisationId, id } } });
    if (!before || (goal.kpiId && !(await tx.kpi.count({ where: { organisationId, id: goal.kpiId } }))))
      throw new Refusal("access.notFound");
    await tx.strategyGoal.update({ where: { id }, data: goal, select: { id: true } });
    const { nameDa, nameEn, year, kpiId } = before;
    const detail = { before: { nameDa, nameEn, year, kpiId }, after: goal };
    return { action: "strategy.changeGoal", subject: before.code, detail };
  });
}

/** Changes a track: what it is called, its colour, the goal it serves and the functions that follow it; its code stays. */
export async function changeTrack(
  setter: Setter,
  {
    id,
    functionIds,
    ...track
  }: Omit<Named, "code"> & { id: string; colour: string; goalId: string | null; functionIds: string[] },
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const before = await tx.track.findUnique({
      where: { organisationId_id: { organisationId, id } },
      include: { functions: true },
    });
    if (!before || (track.goalId && !(await tx.strategyGoal.count({ where: { organisationId, id: track.goalId } }))))
      throw new Refusal("access.notFound");
    await tx.track.update({ where: { id }, data: track, select: { id: true } });
    // Who follows as before keeps what is known of it, such as that it is our reading.
    await tx.trackFunction.deleteMany({ where: { trackId: id, functionId: { notIn: functionIds } } });
    const held = new Set(before.functions.map(({ functionId }) => functionId));
    await follow(
      tx,
      organisationId,
      id,
      functionIds.filter((one) => !held.has(one)),
    );
    const { nameDa, nameEn, colour, goalId } = before;
    const detail = {
      before: { nameDa, nameEn, colour, goalId, functions: [...held] },
      after: { ...track, functions: functionIds },
    };
    return { action: "strategy.changeTrack", subject: before.code, detail };
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
