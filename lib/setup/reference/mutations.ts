import { Refusal } from "@/lib/access/refusal";
import { changeSetup, type Setter } from "@/lib/setup/change/mutations";
import { requireKpi } from "@/lib/setup/kpi/finding/queries";

/** A place in a framework that asks for a KPI. */
export type Reference = { framework: string; edition: string; disclosure: string };

/** Says where a framework asks for a KPI. Refuses `access.notFound`, and `setup.taken` for a place that is said already. */
export async function addReference(setter: Setter, code: string, reference: Reference): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    await tx.kpiReference.create({ data: { organisationId, kpiId, ...reference }, select: { kpiId: true } });
    return { action: "reference.add", subject: code, detail: reference };
  });
}

/** Takes a reference away. Refuses `access.notFound`. */
export async function removeReference(
  setter: Setter,
  code: string,
  { framework, disclosure }: Pick<Reference, "framework" | "disclosure">,
): Promise<void> {
  const { organisationId } = setter;
  await changeSetup(setter, async (tx) => {
    const { id: kpiId } = await requireKpi(tx, organisationId, code);
    const place = { kpiId_framework_disclosure: { kpiId, framework, disclosure } };
    const before = await tx.kpiReference.findUnique({ where: place });
    if (!before) throw new Refusal("access.notFound");
    await tx.kpiReference.delete({ where: place, select: { kpiId: true } });
    return {
      action: "reference.remove",
      subject: code,
      detail: { before: { framework, disclosure, edition: before.edition } },
    };
  });
}
