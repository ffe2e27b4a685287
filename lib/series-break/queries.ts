import { database } from "@/lib/database/client";

/** The break that begins with a year, in both languages, to edit; null: none is marked. */
export function findBreak(organisationId: string, code: string, year: number) {
  return database.seriesBreak.findFirst({
    where: { organisationId, year, kpi: { code } },
    select: { kind: true, noteDa: true, noteEn: true },
  });
}
