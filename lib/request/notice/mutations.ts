import { Prisma, type PrismaClient } from "@/lib/database/generated/client";
import type { NoticeKind } from "@/lib/database/generated/enums";
import { isAnsweredSql, valueJoin } from "@/lib/request/answer/queries";
import { soonDays } from "@/lib/request/model";

type Writer = Pick<PrismaClient | Prisma.TransactionClient, "$queryRaw" | "$executeRaw">;

/** Whether notices made now go out by mail too. */
export type MailIs = "on" | "off";

/** Tells people of a request; who was told the same already is not told again. Returns how many were told now. */
export async function tell(
  tx: Writer,
  notice: { organisationId: string; requestId: string; kind: NoticeKind; once: string; mail: MailIs },
  personIds: readonly string[],
): Promise<number> {
  const { organisationId, requestId, kind, once, mail } = notice;
  return tx.$executeRaw`
    INSERT INTO "RequestNotice" ("organisationId", "requestId", "personId", "kind", "once", "mail")
    SELECT ${organisationId}::uuid, ${requestId}::uuid, person, ${kind}::"NoticeKind", ${once}, ${mail === "on" ? "waiting" : "off"}::"NoticeMail"
    FROM (SELECT DISTINCT unnest(${[...personIds]}::uuid[]) AS person ORDER BY 1) people
    ON CONFLICT ("requestId", "personId", "kind", "once") DO NOTHING`;
}

/**
 * What the calendar says, in every organisation: whoever still has something to give hears of it once when its day is
 * near, and once when it is over. Two processes at once tell each person once. Days are counted in `today`, an ISO day.
 */
export async function tellWhatIsDue(database: Writer, today: string, mail: MailIs): Promise<number> {
  return database.$executeRaw(Prisma.sql`
    INSERT INTO "RequestNotice" ("organisationId", "requestId", "personId", "kind", "once", "mail")
    SELECT request."organisationId", request."id", asked."personId",
      (CASE WHEN request."dueOn" < ${today}::date THEN 'late' ELSE 'soon' END)::"NoticeKind", request."dueOn"::text, ${mail === "on" ? "waiting" : "off"}::"NoticeMail"
    FROM "Request" request JOIN "RequestedCell" asked ON asked."requestId" = request."id"
    JOIN "ReportingPeriod" period ON period."organisationId" = request."organisationId" AND period."year" = request."year" AND period."state" IN ('open', 'inReview')
    ${valueJoin} WHERE request."dueOn" BETWEEN ${today}::date - ${soonDays * 2}::int AND ${today}::date + ${soonDays}::int
      AND NOT ${isAnsweredSql}
    GROUP BY request."id", asked."personId" ORDER BY request."id", asked."personId"
    ON CONFLICT ("requestId", "personId", "kind", "once") DO NOTHING`);
}

/** A notice to be mailed. Nothing in it is a figure of the organisation. */
export type Letter = {
  id: string;
  kind: NoticeKind;
  organisation: string;
  slug: string;
  email: string;
  name: string;
  locale: string;
  year: number;
  dueOn: Date;
  message: string;
  sender: string;
  /** What the person has still to give of this request. */
  open: number;
};

/** Times a letter is tried before it is given up. */
const mostTries = 5;

/** Takes letters in hand for five minutes: no other process gets them meanwhile, and what a process that died held is free afterwards. */
export async function holdLetters(database: Writer, most: number): Promise<Letter[]> {
  return database.$queryRaw<Letter[]>(Prisma.sql`
    WITH held AS (
      UPDATE "RequestNotice" SET "heldUntil" = now() + interval '5 minutes', "tries" = "tries" + 1
      WHERE "id" IN (SELECT "id" FROM "RequestNotice" WHERE "mail" = 'waiting' AND ("heldUntil" IS NULL OR "heldUntil" < now())
          AND EXISTS (SELECT FROM "User" u WHERE u."id" = "personId" AND u."disabledAt" IS NULL)
        ORDER BY "at" LIMIT ${most} FOR UPDATE SKIP LOCKED)
      RETURNING *)
    SELECT held."id", held."kind", o."name" AS "organisation", o."slug", u."email", u."name", u."locale", request."year", request."dueOn", request."message",
      COALESCE(sender."name", '') AS "sender",
      (SELECT count(*)::int FROM "RequestedCell" asked ${valueJoin} WHERE asked."requestId" = held."requestId" AND asked."personId" = held."personId" AND NOT ${isAnsweredSql}) AS "open"
    FROM held JOIN "Request" request ON request."id" = held."requestId" JOIN "Organisation" o ON o."id" = held."organisationId"
    JOIN "User" u ON u."id" = held."personId" AND u."disabledAt" IS NULL LEFT JOIN "User" sender ON sender."id" = request."sentBy"`);
}

/** Notes how a letter went: sent, or to be tried again when its hold is over, a few times. */
export async function settleLetter(database: Writer, id: string, isSent: boolean): Promise<void> {
  await database.$executeRaw`
    UPDATE "RequestNotice" SET "mail" = (CASE WHEN ${isSent} THEN 'sent' WHEN "tries" >= ${mostTries} THEN 'failed' ELSE 'waiting' END)::"NoticeMail",
      "heldUntil" = CASE WHEN ${isSent} THEN NULL ELSE now() + "tries" * interval '5 minutes' END
    WHERE "id" = ${id}::uuid`;
}
