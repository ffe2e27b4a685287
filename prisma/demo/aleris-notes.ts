/** What is to be known of the Aleris demo's series: footnotes, benchmarks, breaks. */
import { COLLECTION_STARTS, type Database, type Made } from "./aleris-made.ts";
import { reference } from "./reference.ts";

/** Footnotes with what they belong to, and benchmarks. */
export async function loadFootnotes(database: Database, made: Made): Promise<void> {
  const onlyThisYear = new Set(["scope2-mixed-years", "heat-water-pending"]);
  // Which org units a figure covers is written by the product from the figures' coverage.
  const generated = new Set(["waste-coverage", "organic-coverage"]);
  for (const [code, text] of Object.entries(reference.footnotes)) {
    if (generated.has(code)) continue;
    const uses = reference.indicators
      .filter((row) => row.footnote === code)
      .map((row) => ({
        kpiId: made.kpis.get(row.code)!,
        fromYear: onlyThisYear.has(code) ? 2023 : 2019,
        toYear: onlyThisYear.has(code) ? 2023 : null,
      }));
    const footnote = await database.footnote.create({
      data: { organisationId: made.organisationId, code, textDa: text.da, textEn: text.en },
    });
    await database.footnoteUse.createMany({
      data: uses.map((use) => ({ ...use, organisationId: made.organisationId, footnoteId: footnote.id })),
    });
  }
  for (const benchmark of reference.benchmarks) {
    await database.benchmark.create({
      data: {
        organisationId: made.organisationId,
        kpiId: made.kpis.get(benchmark.code)!,
        year: 2023,
        labelDa: benchmark.label.da,
        labelEn: benchmark.label.en,
        amount: benchmark.value,
      },
    });
  }
}

/** Where a series breaks: the one the source states, and an example of a method that changed with the collection per hospital. */
export async function loadBreaks(database: Database, made: Made, actorId: string): Promise<void> {
  const breaks = [
    {
      code: "cnps",
      year: 2023,
      kind: "newSeries" as const,
      noteDa: "cNPS måles på en skala fra 0 til 10; mNPS før den brugte fire punkter.",
      noteEn: "cNPS is measured on a scale from 0 to 10; mNPS before it used four points.",
    },
    {
      code: "injuries",
      year: COLLECTION_STARTS,
      kind: "methodChange" as const,
      noteDa:
        "Eksempel: fra 2024 regnes procenten af hospitalernes ulykker og fuldtidsstillinger i stedet for at blive indberettet samlet.",
      noteEn:
        "Example: from 2024 the percentage is calculated from the hospitals' accidents and full-time equivalents instead of being reported as one.",
    },
  ];
  await database.seriesBreak.createMany({
    data: breaks.map(({ code, ...one }) => ({
      ...one,
      organisationId: made.organisationId,
      kpiId: made.kpis.get(code)!,
      createdBy: actorId,
      createdAt: new Date(`${one.year + 1}-03-05T09:30:00Z`),
    })),
  });
}
