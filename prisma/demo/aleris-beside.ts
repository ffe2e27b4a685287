/** What stands beside some values of Aleris 2024 in the demo: evidence, discussions, a corrected figure. All of it is invented and says so. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";
import { attachFile, discuss, revise } from "./beside-factory.ts";
import { exampleCsv, exampleMail, examplePdf, examplePng } from "./example-files.ts";

type Database = PrismaClient | Prisma.TransactionClient;
type People = { controller: string; contributor: string };

const at = (day: string, time: string) => new Date(`2025-${day}T${time}:00+01:00`);

/** Loads it, in the name of the demo's controller and contributor. */
export async function loadAlerisBeside(
  database: Database,
  organisationId: string,
  { controller, contributor }: People,
): Promise<void> {
  const kpis = await database.kpi.findMany({ where: { organisationId }, select: { id: true, code: true } });
  const orgUnits = await database.orgUnit.findMany({ where: { organisationId }, select: { id: true, code: true } });
  const cell = (kpi: string, orgUnit: string) => ({
    organisationId,
    kpiId: kpis.find(({ code }) => code === kpi)!.id,
    orgUnitId: orgUnits.find(({ code }) => code === orgUnit)!.id,
    year: 2024,
  });
  const by = (actorId: string, day: string, time: string) => ({ actorId, at: at(day, time) });
  const isExample = true;

  const power = cell("electricity", "koebenhavn");
  await attachFile(database, power, by(contributor, "01-28", "13:20"), {
    name: "Eksempel - årsopgørelse el 2024.pdf",
    kind: "pdf",
    bytes: examplePdf([
      "EKSEMPEL - intet virkeligt dokument",
      "Årsopgørelse el 2024, hovedmåler",
      "Periode 01.01.2024 - 31.12.2024",
    ]),
    note: "Forsyningens årsopgørelse for hovedmåleren. | The utility's yearly statement for the main meter.",
    isExample,
  });
  await attachFile(database, power, by(contributor, "01-28", "13:22"), {
    name: "Eksempel - foto af hovedmåler.png",
    kind: "png",
    bytes: examplePng(),
    note: "Aflæst 31.12. | Read on 31 December.",
    isExample,
  });
  await discuss(
    database,
    power,
    [
      {
        ...by(controller, "01-29", "10:05"),
        text: "Er ladestanderne på parkeringspladsen med i tallet? De havde deres egen måler sidste år. | Are the charging points in the car park part of this? Last year they had a meter of their own.",
      },
    ],
    isExample,
  );

  // Returned and corrected: kWh for MWh, the commonest mistake there is.
  const corrected = cell("electricity", "aalborg");
  const { amount, scale } = await database.yearlyValue.findFirstOrThrow({ where: corrected });
  const right = { amount: amount!.toFixed(), scale: scale! };
  await revise(database, corrected, by(contributor, "01-30", "09:12"), {
    amount: amount!.times(1000).toFixed(),
    scale: 0,
    comment: "Fra elregningen. | From the electricity bill.",
  });
  await revise(database, corrected, by(contributor, "01-30", "11:40"), {
    ...right,
    comment: "Regnet om fra kWh. | Converted from kWh.",
  });
  await discuss(
    database,
    corrected,
    [
      {
        ...by(controller, "01-30", "10:15"),
        text: "Returneret: tallet er 1.000 gange så stort som sidste år. Står der kWh på regningen? Nøgletallet er i MWh. | Sent back: this is 1,000 times last year's. Does the bill say kWh? The KPI is in MWh.",
      },
      {
        ...by(contributor, "01-30", "11:41"),
        text: "Ja, det var kWh. Nu er det regnet om. | Yes, it was kWh. It is converted now.",
      },
      {
        ...by(controller, "01-30", "13:02"),
        act: "resolved",
        text: "Tak, det stemmer med årsopgørelsen. | Thank you, it agrees with the yearly statement.",
      },
    ],
    isExample,
  );
  await attachFile(database, cell("waste", "aalborg"), by(contributor, "01-28", "14:02"), {
    name: "Eksempel - affaldsselskabets årsliste.csv",
    kind: "csv",
    bytes: exampleCsv([
      ["Eksempel", "fraktion", "ton"],
      ["", "restaffald", "20,4"],
      ["", "pap og papir", "8,1"],
    ]),
    isExample,
  });
  const late = cell("heating", "aleris-pp");
  await attachFile(database, late, by(controller, "01-28", "15:30"), {
    name: "Eksempel - svar fra forsyningen.eml",
    kind: "eml",
    bytes: exampleMail({
      subject: "Eksempel: din forbrugsopgørelse",
      body: "Eksempel, ingen virkelig mail.\nÅrsopgørelsen for varme 2024 sendes senest 28.02.2025.",
    }),
    note: "Forsyningen lover årsopgørelsen til 28.02. | The utility promises the yearly statement for 28 February.",
    isExample,
  });
}
