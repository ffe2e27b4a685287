/** What the controller of the Aleris demo has asked for in 2024: of the contributor for two hospitals, of the controller for the rest. All of it is an example. */
import type { Prisma, PrismaClient } from "@/lib/database/generated/client";

type Database = PrismaClient | Prisma.TransactionClient;
type People = { controller: string; contributor: string };

const year = 2024;
const own = ["koebenhavn", "aalborg"];

/** Loads it, sent and reminded of in the winter after the year. */
export async function loadAlerisRequests(
  database: Database,
  organisationId: string,
  { controller, contributor }: People,
): Promise<void> {
  const [orgUnits, kpis] = [
    await database.orgUnit.findMany({ where: { organisationId, isRoot: false }, select: { id: true, code: true } }),
    await database.kpi.findMany({
      where: { organisationId, versions: { some: { collectionLevel: "orgUnit" } } },
      include: { versions: { orderBy: { validFromYear: "desc" }, take: 1 }, collections: true },
    }),
  ];
  const { id: requestId } = await database.request.create({
    data: {
      organisationId,
      year,
      dueOn: new Date("2025-02-15"),
      message:
        "Årets indsamling til CSR-rapporten. Vedhæft gerne årsopgørelser som bilag. | This year's figures for the CSR report. Please attach yearly statements as evidence.",
      sentBy: controller,
      sentAt: new Date("2025-01-13T09:00:00+01:00"),
    },
    select: { id: true },
  });
  const collected = kpis.filter(
    ({ versions: [version] }) => version?.collectionLevel === "orgUnit" && !version.formula,
  );
  const cells = orgUnits.flatMap((orgUnit) =>
    collected
      .filter(({ collections }) => collections.length === 0 || collections.some((one) => one.orgUnitId === orgUnit.id))
      .map(({ id: kpiId }) => ({
        organisationId,
        kpiId,
        orgUnitId: orgUnit.id,
        year,
        requestId,
        personId: own.includes(orgUnit.code) ? contributor : controller,
      })),
  );
  await database.requestedCell.createMany({ data: cells });
  const told = (personId: string, kind: "asked" | "soon" | "reminded", at: string) => ({
    organisationId,
    requestId,
    personId,
    kind,
    once: at.slice(0, 10),
    at: new Date(at),
    mail: "off" as const,
  });
  await database.requestNotice.createMany({
    data: [
      told(contributor, "asked", "2025-01-13T09:00:00+01:00"),
      told(controller, "asked", "2025-01-13T09:00:00+01:00"),
      told(contributor, "soon", "2025-02-08T06:00:00+01:00"),
      told(contributor, "reminded", "2025-02-17T10:30:00+01:00"),
    ],
  });
}
