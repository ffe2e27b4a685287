import { recordAudit } from "@/lib/audit/mutations";
import { Refusal } from "@/lib/access/refusal";
import { database } from "@/lib/database/client";
import type { YearView } from "@/lib/figure/model";
import type { Prisma } from "@/lib/database/generated/client";
import { raiseDataVersion } from "@/lib/memo/mutations";
import { firstSections, type NewBlock, type Template } from "./model";

/**
 * Begins the report of a year with the sections it needs, its chapters in the languages of the two views. Refuses
 * `report.begun` where somebody was faster, `access.notFound` without such a reporting year.
 */
export async function beginReport(
  { organisationId, year, actorId }: { organisationId: string; year: number; actorId: string },
  { da, en }: { da: YearView; en: YearView },
  template: Template,
): Promise<void> {
  const pillars = await database.pillar.findMany({ where: { organisationId }, select: { id: true, code: true } });
  const ids = new Map(pillars.map(({ id, code }) => [code, id]));
  const sections = firstSections({
    ...{ year, template },
    pillars: da.pillars.map(({ code, name, kpiCodes }, at) => ({
      ...{ id: ids.get(code)!, code, kpis: kpiCodes },
      name: { da: name, en: en.pillars[at]?.name ?? name },
    })),
    parts: da.kpis.flatMap(({ appendixPart }) => appendixPart ?? []),
  });
  await database.$transaction(async (tx) => {
    await claimYear(tx, { organisationId, year });
    await tx.report.create({
      data: {
        ...{ organisationId, year, titleDa: `CSR-rapport ${year}`, titleEn: `CSR report ${year}` },
        sections: {
          create: sections.map(({ title, blocks, ...section }, position) => ({
            ...{ ...section, position, titleDa: title.da, titleEn: title.en },
            blocks: { create: blocks.map(rowOf) },
          })),
        },
      },
    });
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "report.begin", subject: String(year) });
  });
}

/** Makes sure that the year is a reporting year without a report, and stays so until the transaction ends. */
export async function claimYear(
  tx: Prisma.TransactionClient,
  { organisationId, year }: { organisationId: string; year: number },
): Promise<void> {
  // The organisation first, as everywhere: two who begin at once do so one after the other.
  await raiseDataVersion(tx, organisationId);
  const period = await tx.reportingPeriod.findUnique({
    where: { organisationId_year: { organisationId, year } },
    select: { year: true },
  });
  if (!period) throw new Refusal("access.notFound");
  const ofYear = { organisationId_year: { organisationId, year } };
  if (await tx.report.findUnique({ where: ofYear, select: { id: true } })) throw new Refusal("report.begun");
}

function rowOf({ kind, title, settings }: NewBlock, position: number) {
  return { kind, position, titleDa: title.da, titleEn: title.en, bodyDa: "", bodyEn: "", settings };
}
