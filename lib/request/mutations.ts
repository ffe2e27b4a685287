import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import { definitionJoin, isAsked } from "@/lib/value/collection/queries";
import { requireOpenPeriod } from "@/lib/value/period/mutations";
import { isAnsweredSql, valueJoin } from "./answer/queries";
import { listGivers } from "./giver/queries";
import { tell, type MailIs } from "./notice/mutations";

/** Who asks in which organisation. */
type Asker = { organisationId: string; actorId: string };

/** A request as it is to be sent: every KPI of every org unit named that is collected there and has no answer yet. */
export type RequestInput = {
  year: number;
  dueOn: string;
  message: string;
  kpiIds: readonly string[];
  who: readonly { orgUnitId: string; personId: string }[];
};

/**
 * Sends a request in one act: its cells, who is told, and the line in the trail are there together. A cell asked of
 * somebody before is asked of the new person from now on. Refuses `access.notFound` for an org unit, KPI or year of
 * elsewhere, `request.cannotGive` for somebody without access to the org unit, `request.nothing` when all is answered.
 */
export function sendRequest(
  database: PrismaClient,
  { organisationId, actorId }: Asker,
  { year, dueOn, message, kpiIds, who }: RequestInput,
  mail: MailIs,
): Promise<{ id: string; cells: number; people: number }> {
  return database.$transaction(async (tx) => {
    await requireOpenPeriod(tx, organisationId, year);
    await requireOwn(tx, organisationId, kpiIds, who);
    const { id } = await tx.request.create({
      data: { organisationId, year, dueOn: new Date(dueOn), message, sentBy: actorId },
      select: { id: true },
    });
    const cells = await askCells(tx, { organisationId, id, year, kpiIds, who });
    if (cells.length === 0) throw new Refusal("request.nothing");
    const people = [...new Set(cells.map(({ personId }) => personId))];
    await tell(tx, { organisationId, requestId: id, kind: "asked", once: "", mail }, people);
    const detail = { year, dueOn, cells: cells.length, people, orgUnits: who.length, kpis: kpiIds.length };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "request.send", subject: id, detail });
    return { id, cells: cells.length, people: people.length };
  });
}

async function requireOwn(
  tx: Prisma.TransactionClient,
  organisationId: string,
  kpiIds: readonly string[],
  who: RequestInput["who"],
): Promise<void> {
  const ids = [...new Set(kpiIds)];
  const orgUnitIds = [...new Set(who.map(({ orgUnitId }) => orgUnitId))];
  const [kpis, orgUnits] = [
    await tx.kpi.count({ where: { organisationId, id: { in: ids } } }),
    await tx.orgUnit.count({ where: { organisationId, id: { in: orgUnitIds } } }),
  ];
  if (kpis < ids.length || orgUnits < orgUnitIds.length || orgUnitIds.length < who.length)
    throw new Refusal("access.notFound");
  const able = new Set((await listGivers(tx, organisationId)).map((one) => `${one.orgUnitId} ${one.personId}`));
  if (who.some(({ orgUnitId, personId }) => !able.has(`${orgUnitId} ${personId}`)))
    throw new Refusal("request.cannotGive", {}, "who");
}

function askCells(
  tx: Prisma.TransactionClient,
  {
    organisationId,
    id,
    year,
    kpiIds,
    who,
  }: { organisationId: string; id: string } & Omit<RequestInput, "dueOn" | "message">,
): Promise<{ personId: string }[]> {
  const [kpi, at] = [Prisma.sql`kpi."id"`, Prisma.sql`${year}::int`];
  const [orgUnitIds, personIds] = [who.map(({ orgUnitId }) => orgUnitId), who.map(({ personId }) => personId)];
  return tx.$queryRaw<{ personId: string }[]>(Prisma.sql`
    INSERT INTO "RequestedCell" ("organisationId", "kpiId", "orgUnitId", "year", "requestId", "personId")
    SELECT ${organisationId}::uuid, kpi."id", org_unit."id", ${year}::int, ${id}::uuid, who.person
    FROM unnest(${orgUnitIds}::uuid[], ${personIds}::uuid[]) AS who (org_unit, person)
    JOIN "OrgUnit" org_unit ON org_unit."id" = who.org_unit
    JOIN "Kpi" kpi ON kpi."organisationId" = ${organisationId}::uuid AND kpi."id" = ANY(${[...kpiIds]}::uuid[]) ${definitionJoin(kpi, at)}
    LEFT JOIN "YearlyValue" value ON value."kpiId" = kpi."id" AND value."orgUnitId" = org_unit."id" AND value."year" = ${year}
    WHERE NOT ${isAnsweredSql} AND ${isAsked(kpi, at)}
    ORDER BY 2, 3
    ON CONFLICT ("kpiId", "orgUnitId", "year") DO UPDATE SET "requestId" = EXCLUDED."requestId", "personId" = EXCLUDED."personId", "passedOnBy" = NULL
    RETURNING "personId"`);
}

/** Reminds everybody who has something left to give of a request, once a day. `today` is an ISO day. Returns how many were told. */
export function remind(
  database: PrismaClient,
  { organisationId, actorId }: Asker,
  id: string,
  today: string,
  mail: MailIs,
): Promise<number> {
  return database.$transaction(async (tx) => {
    const open = await tx.$queryRaw<{ personId: string | null }[]>(Prisma.sql`
      SELECT DISTINCT asked."personId" FROM "Request" request LEFT JOIN (
        SELECT asked.* FROM "RequestedCell" asked ${valueJoin} WHERE asked."requestId" = ${id}::uuid AND NOT ${isAnsweredSql}) asked ON true
      WHERE request."organisationId" = ${organisationId}::uuid AND request."id" = ${id}::uuid`);
    if (open.length === 0) throw new Refusal("access.notFound");
    const people = open.flatMap(({ personId }) => personId ?? []);
    const told = await tell(tx, { organisationId, requestId: id, kind: "reminded", once: today, mail }, people);
    if (told === 0) throw new Refusal(people.length === 0 ? "request.allAnswered" : "request.remindedToday");
    const detail = { people };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "request.remind", subject: id, detail });
    return told;
  });
}

/** Takes a request back: what it still asks for is asked of nobody. What was told stays on record. */
export function withdrawRequest(database: PrismaClient, { organisationId, actorId }: Asker, id: string): Promise<void> {
  return database.$transaction(async (tx) => {
    const { count } = await tx.requestedCell.deleteMany({ where: { organisationId, requestId: id } });
    if (count === 0) throw new Refusal("access.notFound");
    await tx.requestNotice.updateMany({
      where: { organisationId, requestId: id, mail: "waiting" },
      data: { mail: "off" },
    });
    const detail = { cells: count };
    await recordAudit(tx, { organisationId, actorId, door: "page", action: "request.withdraw", subject: id, detail });
  });
}
