import { Refusal } from "@/lib/access/refusal";
import type { Prisma } from "@/lib/database/generated/client";

/** The organisation's KPI of a code. Refuses `access.notFound`. */
export async function requireKpi(
  tx: Prisma.TransactionClient,
  organisationId: string,
  code: string,
): Promise<{ id: string; lastYear: number | null }> {
  const kpi = await tx.kpi.findUnique({
    where: { organisationId_code: { organisationId, code } },
    select: { id: true, lastYear: true },
  });
  if (!kpi) throw new Refusal("access.notFound");
  return kpi;
}
