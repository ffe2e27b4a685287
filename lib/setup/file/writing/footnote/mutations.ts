import type { Prisma } from "@/lib/database/generated/client";
import type { FootnoteSetup } from "../../schema";

/** Makes and changes footnotes and where they are marked. `kpis`: ids by code. */
export async function writeFootnotes(
  tx: Prisma.TransactionClient,
  organisationId: string,
  footnotes: FootnoteSetup[],
  kpis: ReadonlyMap<string, string>,
): Promise<void> {
  for (const { code, on, ...text } of footnotes) {
    const { id: footnoteId } = await tx.footnote.upsert({
      where: { organisationId_code: { organisationId, code } },
      create: { organisationId, code, ...text },
      update: text,
      select: { id: true },
    });
    await tx.footnoteUse.deleteMany({ where: { organisationId, footnoteId } });
    await tx.footnoteUse.createMany({
      data: on.map(({ kpi, from, to }) => ({
        organisationId,
        footnoteId,
        kpiId: kpis.get(kpi)!,
        fromYear: from,
        toYear: to,
      })),
    });
  }
}
