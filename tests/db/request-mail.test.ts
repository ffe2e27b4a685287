import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createUser, grant } from "@/prisma/demo/factory";
import { closeMail } from "@/lib/operation/mail";
import { mailIs, sendLetters, tellNow } from "@/lib/operation/notices";
import { sendRequest } from "@/lib/request/mutations";
import { holdLetters } from "@/lib/request/notice/mutations";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { mailServer, type MailServer } from "./smtp";
import { anOrganisation } from "./value-world";

let made: TestDatabase;
let server: MailServer;
let serial = 0;
const figure = "4711";

beforeAll(async () => {
  made = await freshDatabase();
  server = await mailServer();
  process.env.SMTP_URL = server.url;
  process.env.MAIL_FROM = "Ledestjerne <esg@tests.example>";
  process.env.APP_ORIGIN = "https://esg.tests.example";
}, 60_000);
afterEach(async () => {
  server.refuse(false);
  server.received.length = 0;
  await made.database.requestNotice.updateMany({ data: { mail: "off" } });
});
afterAll(async () => {
  closeMail();
  for (const name of ["SMTP_URL", "MAIL_FROM", "APP_ORIGIN"]) delete process.env[name];
  await server.close();
  await made.close();
});

/** A request of Anne for the north, due on a day. */
async function asked(dueOn: string, locale: "da" | "en" = "da") {
  const own = await anOrganisation(made.database, `mail-${++serial}`);
  const email = `anne-${serial}@tests.example`;
  const anne = await createUser(made.database, { name: "Anne", email, password: "tolv trætte tårne", locale });
  await grant(made.database, own.organisationId, anne, "contributor", [own.north]);
  await grant(made.database, own.organisationId, own.actorId, "controller");
  const save = (kpiId: string) =>
    saveValues(made.database, {
      organisationId: own.organisationId,
      actorId: anne,
      door: "page",
      cells: [
        {
          ...{ kpiId, orgUnitId: own.north, year: 2024, seen: 0, status: "reported", men: null, women: null },
          ...{ amount: figure, scale: 0, basis: "", comment: "", source: "" },
        },
      ],
    });
  const { id } = await sendRequest(
    made.database,
    { organisationId: own.organisationId, actorId: own.actorId },
    {
      year: 2024,
      dueOn,
      message: "Husk bilag.",
      kpiIds: [own.electricity, own.water],
      who: [{ orgUnitId: own.north, personId: anne }],
    },
    mailIs(),
  );
  return { ...own, id, email, save };
}

/** A letter's text as it is read. */
const read = (text: string) => {
  const [head = "", body = ""] = text.split("\r\n\r\n");
  if (/base64/i.test(head)) return Buffer.from(body, "base64").toString("utf8");
  return text
    .replace(/=\r\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (hex) => Buffer.from(hex.replaceAll("=", ""), "hex").toString("utf8"));
};

describe("a mail about a request", () => {
  it("goes to the person, says what is asked by when and where, and holds no figure", async () => {
    const { email, save, electricity } = await asked("2025-02-15");
    await save(electricity);
    await sendLetters();
    expect(server.received.map(({ to }) => to)).toEqual([[email]]);
    const text = read(server.received[0]!.text);
    expect(text).toContain("https://esg.tests.example/mail-1/tasks");
    expect(text).toContain("Husk bilag.");
    expect(text).toContain("15. februar 2025");
    expect(text).toContain("Du mangler 1 af dem.");
    expect(text).not.toContain(figure);
    await sendLetters();
    expect(server.received).toHaveLength(1);
  });

  it("is written in the reader's language", async () => {
    await asked("2025-02-15", "en");
    await sendLetters();
    expect(read(server.received[0]!.text)).toContain("asks you for figures of 2024, due 15 February 2025");
  });

  it("goes out once by the calendar: a week before, and when it is over, with two processes looking at once", async () => {
    const { id, email } = await asked("2025-02-15");
    await sendLetters();
    server.received.length = 0;
    const kinds = async () =>
      (await made.database.requestNotice.findMany({ where: { requestId: id }, orderBy: { at: "asc" } })).map(
        ({ kind, mail }) => `${kind} ${mail}`,
      );
    const look = (day: string) => Promise.all([1, 2, 3].map(() => tellNow(new Date(`${day}T08:00:00Z`))));
    await look("2025-02-01");
    expect(await kinds()).toEqual(["asked sent"]);
    await look("2025-02-09");
    await look("2025-02-12");
    expect(await kinds()).toEqual(["asked sent", "soon sent"]);
    await look("2025-02-16");
    await look("2025-02-20");
    expect(await kinds()).toEqual(["asked sent", "soon sent", "late sent"]);
    expect(server.received.filter(({ to }) => to.includes(email))).toHaveLength(2);
  });

  it("bothers nobody who has given everything", async () => {
    const { id, save, electricity, water } = await asked("2025-02-15");
    await save(electricity);
    await save(water);
    await tellNow(new Date("2025-02-16T08:00:00Z"));
    expect(await made.database.requestNotice.count({ where: { requestId: id, kind: "late" } })).toBe(0);
  });

  it("waits when the server refuses, and is given up after five tries", async () => {
    const { id } = await asked("2025-02-15");
    const now = () => made.database.requestNotice.findFirstOrThrow({ where: { requestId: id } });
    server.refuse(true);
    await sendLetters();
    expect(await now()).toMatchObject({ mail: "waiting", tries: 1 });
    // Held until later: nobody tries again at once.
    await sendLetters();
    expect(await now()).toMatchObject({ tries: 1 });
    for (let times = 0; times < 4; times += 1) {
      await made.database.requestNotice.updateMany({ where: { requestId: id }, data: { heldUntil: new Date(0) } });
      await sendLetters();
    }
    expect(await now()).toMatchObject({ mail: "failed", tries: 5 });
    expect(server.received).toEqual([]);
  });

  it("that a process died with is free again when its hold is over", async () => {
    await asked("2025-02-15");
    expect(await holdLetters(made.database, 10)).toHaveLength(1);
    expect(await holdLetters(made.database, 10)).toHaveLength(0);
    await made.database.requestNotice.updateMany({ data: { heldUntil: new Date(0) } });
    await sendLetters();
    expect(server.received).toHaveLength(1);
  });

  it("is not made where mail is not set up, and what was told meanwhile is not sent afterwards", async () => {
    const url = process.env.SMTP_URL;
    delete process.env.SMTP_URL;
    const { id } = await asked("2025-02-15");
    process.env.SMTP_URL = url;
    await sendLetters();
    expect(server.received).toEqual([]);
    expect(await made.database.requestNotice.findFirst({ where: { requestId: id } })).toMatchObject({ mail: "off" });
  });
});
