import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { compareSetups, type SetupChange } from "./comparison/model";
import { digestOf } from "./digest/model";
import { judgeSetup } from "./judgement/model";
import { exportSetup } from "./queries";
import type { SetupDocument } from "./schema";
import { writeFactors } from "./writing/factor/mutations";
import { writeFootnotes } from "./writing/footnote/mutations";
import { writeKpis } from "./writing/kpi/mutations";
import { writeOrgUnits } from "./writing/org-unit/mutations";
import { writePillars } from "./writing/pillar/mutations";

/**
 * Takes a set-up file in: everything it says, or nothing. `seen`: the digest of the set-up it was compared with. Refuses `setup.file.refused` for a file with problems,
 * `setup.file.changedSince` where the set-up is no longer the one that was compared, `setup.file.nothing`, and
 * `setup.published` for what a published year rests on. What was written is read again before it counts.
 */
export async function importSetup(setter: Setter, text: string, seen: string | null): Promise<SetupChange[]> {
  const { organisationId } = setter;
  let changes: SetupChange[] = [];
  await changeSetup(
    setter,
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`set-up file ${organisationId}`}, 0))::text`;
      const before = await exportSetup(organisationId, tx);
      if (seen !== null && digestOf(before) !== seen) throw new Refusal("setup.file.changedSince", {}, "text");
      const judged = judgeSetup(text, before);
      if (!judged.ok) throw new Refusal("setup.file.refused", { count: judged.problems.length }, "text");
      changes = judged.changes;
      if (changes.length === 0) throw new Refusal("setup.file.nothing", {}, "text");
      await write(tx, setter, before, judged.after, changes);
      const left = compareSetups(await exportSetup(organisationId, tx), judged.after);
      if (left.length > 0) throw new Refusal("setup.file.changedSince", {}, "text");
      return {
        action: "setup.import",
        subject: judged.after.organisation.name,
        detail: { changes: changes.map(({ part, code, what, details }) => ({ part, code, what, details })) },
      };
    },
    { timeout: 120_000 },
  );
  return changes;
}

async function write(
  tx: Prisma.TransactionClient,
  setter: Setter,
  before: SetupDocument,
  after: SetupDocument,
  changes: SetupChange[],
): Promise<void> {
  const { organisationId } = setter;
  const changedIn = (part: SetupChange["part"]) =>
    new Set(changes.filter((change) => change.part === part).map(({ code }) => code));
  const { name, fteKpi, fourEyes, ...organisation } = after.organisation;
  const needsFourEyes = fourEyes === "all";
  await tx.organisation.update({ where: { id: organisationId }, data: { name, needsFourEyes, ...organisation } });
  await tx.orgUnit.updateMany({ where: { organisationId, isRoot: true }, data: { name } });
  const years = changedIn("years");
  for (const { year, dueOn } of after.years.filter((one) => years.has(String(one.year))))
    await tx.reportingPeriod.upsert({
      where: { organisationId_year: { organisationId, year } },
      create: { organisationId, year, dueOn: dueOn === null ? null : new Date(dueOn) },
      update: { dueOn: dueOn === null ? null : new Date(dueOn) },
      select: { year: true },
    });
  const orgUnits = await writeOrgUnits(tx, organisationId, after.orgUnits, changedIn("orgUnits"));
  const pillars = await writePillars(tx, organisationId, after.pillars, changedIn("pillars"));
  const factors = changedIn("factors");
  await writeFactors(
    tx,
    setter,
    after.factors.filter(({ code }) => factors.has(code)),
  );
  const kpis = await writeKpis(
    tx,
    setter,
    { kpis: after.kpis, before: before.kpis, changed: changedIn("kpis") },
    { orgUnits, pillars },
  );
  const footnotes = changedIn("footnotes");
  await writeFootnotes(
    tx,
    organisationId,
    after.footnotes.filter(({ code }) => footnotes.has(code)),
    kpis,
  );
  await tx.organisation.update({
    where: { id: organisationId },
    data: { fteKpiId: fteKpi === null ? null : kpis.get(fteKpi)! },
  });
}
