/** What the auditor of the Aleris demo has looked at in 2024: a random sample, one value concluded, one question answered, one waiting. All of it is an example. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import type { AssuranceAct, AssuranceConclusion } from "@/lib/database/generated/enums";
import { drawRandom, printOf } from "@/lib/assurance/sample/model";
import { getPopulation } from "@/lib/assurance/sample/queries";

type Database = PrismaClient | Prisma.TransactionClient;
type People = { controller: string; auditor: string };
type Said = { act: AssuranceAct; text: string; by: string; conclusion?: AssuranceConclusion };

const [year, seed, size] = [2024, "aleris 2024", 6];

/** Loads it, in the name of the demo's auditor. */
export async function loadAlerisAssurance(
  database: Database,
  organisationId: string,
  { controller, auditor }: People,
): Promise<void> {
  const values = await getPopulation(database, organisationId, year, "");
  const { id: sampleId } = await database.assuranceSample.create({
    data: {
      ...{ organisationId, year, rule: "random", seed, population: values.length, populationPrint: printOf(values) },
      ...{ drawnBy: auditor, drawnAt: new Date("2025-02-24T09:00:00+01:00") },
    },
    select: { id: true },
  });
  const items = await database.assuranceItem.createManyAndReturn({
    data: drawRandom(values, seed, size).map(({ kpiId, orgUnitId, version }, at) => ({
      ...{ organisationId, sampleId, position: at + 1, kpiId, orgUnitId, year, version },
    })),
    select: { id: true, position: true },
  });
  const said: Record<number, Said[]> = {
    1: [
      {
        act: "note",
        by: auditor,
        text: "Eksempel: stemmer med udtrækket fra lønsystemet. | Example: agrees with the extract from the payroll system.",
      },
      {
        act: "concluded",
        by: auditor,
        text: "Eksempel: afstemt uden bemærkninger. | Example: reconciled without remarks.",
        conclusion: "supported",
      },
    ],
    2: [
      {
        act: "asked",
        by: auditor,
        text: "Eksempel: send venligst aflæsningen pr. 31. december. | Example: please send the reading of 31 December.",
      },
      {
        act: "answered",
        by: controller,
        text: "Eksempel: den er bestilt hos enheden og vedhæftes ved cellen. | Example: it is asked for at the hospital and will be attached to the cell.",
      },
    ],
    3: [
      {
        act: "asked",
        by: auditor,
        text: "Eksempel: hvordan er tallet opgjort for december? | Example: how was December settled?",
      },
    ],
  };
  await database.assuranceEntry.createMany({
    data: items.flatMap(({ id: itemId, position: of }) =>
      (said[of] ?? []).map(({ by, ...act }, at) => ({
        ...{ ...act, itemId, organisationId, position: at + 1, actorId: by },
        at: new Date(Date.parse("2025-02-25T10:00:00+01:00") + (of * 10 + at) * 60_000),
      })),
    ),
  });
}
