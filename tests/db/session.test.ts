import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accessTo } from "@/lib/access/model";
import { countTry, forgetTries } from "@/lib/session/lock-out/mutations";
import { changePassword, endSessions, startSession } from "@/lib/session/mutations";
import { findSession, signedToken } from "@/lib/session/queries";
import { grant } from "@/prisma/demo/factory";
import { freshDatabase, type TestDatabase } from "./harness";
import { aPerson, anOrganisation, cookieOf, goodPassword, refusal, signedInAs } from "./people";

let own: TestDatabase;
let aleris: Awaited<ReturnType<typeof anOrganisation>>;
beforeAll(async () => {
  own = await freshDatabase();
  aleris = await anOrganisation(own.database, "aleris");
});
afterAll(() => own.close());

const wrong = (email: string) => startSession(email, "not the password at all");
/** Who a session belongs to that this password opens. */
const audited = async (action: string) =>
  (await own.database.auditEntry.findMany({ where: { action } })).map(({ actorId, subject }) => ({ actorId, subject }));

describe("a session", () => {
  test("tells who is asking, in which organisations, as what, and for which org units with all below them", async () => {
    const region = await anOrganisation(own.database, "region");
    const ward = await own.database.orgUnit.create({ data: { organisationId: aleris.id, code: "ward", name: "Ward" } });
    const moved = await own.database.orgUnit.create({
      data: { organisationId: aleris.id, code: "moved", name: "Moved" },
    });
    const placement = (orgUnitId: string, parentId: string, validFrom: string) => ({
      organisationId: aleris.id,
      orgUnitId,
      parentId,
      validFrom: new Date(validFrom),
    });
    await own.database.orgUnitPlacement.createMany({
      data: [
        placement(aleris.north, aleris.rootId, "2019-01-01"),
        placement(ward.id, aleris.north, "2019-01-01"),
        placement(moved.id, aleris.north, "2019-01-01"),
        placement(moved.id, aleris.south, "2022-01-01"),
        placement(moved.id, aleris.north, "2999-01-01"),
      ],
    });
    const anna = await aPerson(own.database, "Anna", aleris.id, "contributor", [aleris.north]);
    await own.database.membership.create({ data: { organisationId: region.id, userId: anna.id, role: "controller" } });
    const signedIn = (await findSession(await cookieOf(anna.email)))!;
    expect(signedIn.user).toEqual({ id: anna.id, name: "Anna", email: anna.email, locale: "da" });
    expect(
      signedIn.memberships.map(({ organisation, roles }) => [organisation.slug, organisation.dataVersion, roles]),
    ).toEqual([
      ["aleris", "1", ["contributor"]],
      ["region", "1", ["controller"]],
    ]);
    expect(new Set(accessTo(signedIn, "aleris")!.orgUnitIds)).toEqual(new Set([aleris.north, ward.id]));
    expect(accessTo(signedIn, "region")!.orgUnitIds).toBeNull();
    expect(accessTo(signedIn, "other")).toBeNull();
  });

  test("is believed only with our signature", async () => {
    const bo = await aPerson(own.database, "Bo", aleris.id, "auditor");
    const cookie = await cookieOf(bo.email);
    const [token, signature] = [cookie.slice(0, cookie.lastIndexOf(".")), cookie.slice(cookie.lastIndexOf(".") + 1)];
    expect(signedToken(cookie)).toBe(token);
    const forged = [
      token,
      `${token}.`,
      `${token}.${"A".repeat(43)}=`,
      `${token.slice(1)}.${signature}`,
      `x${cookie}`,
      `.${signature}`,
      "",
      `${token}.${signature}x`.replace(token, `${token}x`),
    ];
    for (const attempt of forged) expect(await findSession(attempt), attempt).toBeNull();
    expect(await findSession(cookie)).not.toBeNull();
  });

  test("ends after 30 idle minutes, moves with use, and ends after 8 hours whatever happens", async () => {
    const carl = await aPerson(own.database, "Carl", aleris.id, "manager");
    const cookie = await cookieOf(carl.email);
    const { sessionId } = (await findSession(cookie))!;
    const minutes = (count: number) => new Date(Date.now() + count * 60_000);
    const set = (data: object) => own.database.session.update({ where: { id: sessionId }, data });
    const left = async () =>
      ((await own.database.session.findUniqueOrThrow({ where: { id: sessionId } })).expiresAt.getTime() - Date.now()) /
      60_000;
    expect(await left()).toBeCloseTo(30, 0);
    await set({ expiresAt: minutes(10), updatedAt: minutes(-0.5) });
    await findSession(cookie);
    expect(await left(), "moved at most once a minute").toBeCloseTo(10, 0);
    await set({ expiresAt: minutes(10), updatedAt: minutes(-20) });
    expect(await findSession(cookie)).not.toBeNull();
    expect(await left()).toBeCloseTo(30, 0);
    await set({ expiresAt: minutes(-0.01) });
    expect(await findSession(cookie), "idle").toBeNull();
    await set({ expiresAt: minutes(30), createdAt: minutes(-8 * 60 + 1) });
    expect(await findSession(cookie)).not.toBeNull();
    await set({ expiresAt: minutes(30), createdAt: minutes(-8 * 60 - 0.01) });
    expect(await findSession(cookie), "too long").toBeNull();
  });

  test("is in the trail of each organisation the person has a role in, once, and in no other", async () => {
    const other = await anOrganisation(own.database, "with-signs");
    const third = await anOrganisation(own.database, "without-signs");
    const signe = await aPerson(own.database, "Signe", aleris.id, "manager");
    for (const role of ["auditor", "controller"] as const) await grant(own.database, other.id, signe.id, role, []);
    await Promise.all([startSession(signe.email, goodPassword), startSession(signe.email, goodPassword)]);
    const found = await own.database.auditEntry.groupBy({
      by: ["organisationId"],
      where: { action: "session.start", actorId: signe.id },
      _count: true,
    });
    const count = (id: string | null) => found.find(({ organisationId }) => organisationId === id)?._count ?? 0;
    expect([count(null), count(aleris.id), count(other.id), count(third.id)]).toEqual([2, 2, 2, 0]);
  });

  test("never exists for whoever is disabled, and signing out ends all of the person's", async () => {
    const dora = await aPerson(own.database, "Dora", aleris.id, "manager");
    const [one, other] = [await cookieOf(dora.email), await cookieOf(dora.email)];
    await endSessions(dora.id);
    expect([await findSession(one), await findSession(other)]).toEqual([null, null]);
    const last = await cookieOf(dora.email);
    await own.database.user.update({ where: { id: dora.id }, data: { disabledAt: new Date() } });
    expect(await findSession(last)).toBeNull();
    await expect(startSession(dora.email, goodPassword)).rejects.toEqual(refusal("access.wrong"));
    const starts = (organisationId: string | null) =>
      own.database.auditEntry.count({ where: { action: "session.start", actorId: dora.id, organisationId } });
    expect([await starts(null), await starts(aleris.id)]).toEqual([3, 3]);
    expect((await audited("session.end")).filter(({ actorId }) => actorId === dora.id)).toHaveLength(1);
  });
});

describe("wrong passwords", () => {
  test("five lock the account, right password or not, and nobody else; the lock is audited without an address", async () => {
    const eva = await aPerson(own.database, "Eva", aleris.id, "manager");
    const finn = await aPerson(own.database, "Finn", aleris.id, "manager");
    for (let tries = 0; tries < 5; tries++)
      await expect(wrong(tries % 2 ? eva.email : eva.email.toUpperCase())).rejects.toEqual(refusal("access.wrong"));
    await expect(startSession(eva.email, goodPassword)).rejects.toEqual(refusal("access.wrong"));
    expect(await signedInAs(finn.email)).toBe(finn.id);
    expect(await audited("session.lock")).toEqual([{ actorId: null, subject: eva.id }]);
    await own.database.rateLimit.updateMany({ data: { expire: BigInt(Date.now() - 1) } });
    expect(await signedInAs(eva.email)).toBe(eva.id);
  });

  test("get the same answer and cost the same for known, unknown and disabled accounts", async () => {
    const gert = await aPerson(own.database, "Gert", aleris.id, "manager");
    const timed = async (email: string) => {
      const start = performance.now();
      await expect(wrong(email)).rejects.toEqual(refusal("access.wrong"));
      return performance.now() - start;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 4; round++) {
      known.push(await timed(gert.email));
      unknown.push(await timed("nobody@tests.example"));
    }
    // Without the same work of a hash for both, the unknown would be at least ten times as fast.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3);
    await expect(wrong("nobody@tests.example")).rejects.toEqual(refusal("access.wrong"));
    await expect(wrong("nobody@tests.example")).rejects.toEqual(refusal("access.wrong"));
    expect(await audited("session.lock")).toContainEqual({ actorId: null, subject: "no such account" });
  });

  test("at once do not slip past the limit", async () => {
    const tries = await Promise.all(Array.from({ length: 30 }, () => countTry("parallel@tests.example")));
    expect(tries.filter(({ isLocked }) => !isLocked)).toHaveLength(5);
    expect(tries.filter(({ isLast }) => isLast)).toHaveLength(1);
  });

  test("count over any five minutes, lock for five, and are forgotten after a right one", async () => {
    const minute = 60_000;
    const at = async (time: number) => (await countTry("window@tests.example", time)).isLocked;
    expect([
      await at(0),
      await at(4 * minute),
      await at(5.5 * minute),
      await at(6 * minute),
      await at(6.5 * minute),
    ]).toEqual([false, false, false, false, false]);
    expect([await at(7 * minute), await at(11.4 * minute)], "tries while locked do not prolong").toEqual([true, true]);
    expect(await at(11.6 * minute)).toBe(false);
    await forgetTries("window@tests.example", 0);
    for (let tries = 0; tries < 5; tries++) expect(await at(12 * minute)).toBe(false);
    expect(await at(12 * minute)).toBe(true);
  });
});

describe("changing one's password", () => {
  test("needs the present one, keeps the rules, and ends all other sessions", async () => {
    const hans = await aPerson(own.database, "Hans", aleris.id, "manager");
    const [here, there] = [await cookieOf(hans.email), await cookieOf(hans.email)];
    const { sessionId } = (await findSession(here))!;
    const change = (current: string, password: string) => changePassword(hans, sessionId, current, password);
    await expect(change(goodPassword, "password1234")).rejects.toEqual(refusal("access.passwordCommon"));
    await expect(change("not the password", "fjorten flade fisk")).rejects.toMatchObject({
      code: "access.currentWrong",
      field: "current",
    });
    expect(await findSession(there), "nothing happened yet").not.toBeNull();
    await change(goodPassword, "fjorten flade fisk");
    expect([(await findSession(here))?.sessionId, await findSession(there)]).toEqual([sessionId, null]);
    await expect(startSession(hans.email, goodPassword)).rejects.toEqual(refusal("access.wrong"));
    expect(await signedInAs(hans.email, "fjorten flade fisk")).toBe(hans.id);
    expect(await audited("session.passwordChange")).toEqual([{ actorId: hans.id, subject: "" }]);
  });

  test("by guessing the present one locks too", async () => {
    const ida = await aPerson(own.database, "Ida", aleris.id, "manager");
    for (let tries = 0; tries < 5; tries++)
      await expect(changePassword(ida, "none", "a wrong guess", "fjorten flade fisk")).rejects.toEqual(
        refusal("access.currentWrong"),
      );
    await expect(changePassword(ida, "none", goodPassword, "fjorten flade fisk")).rejects.toEqual(
      refusal("access.currentWrong"),
    );
    await expect(startSession(ida.email, goodPassword)).rejects.toEqual(refusal("access.wrong"));
  });

  test("takes any Unicode, composed or not", async () => {
    const jens = await aPerson(own.database, "Jens", aleris.id, "manager");
    const { sessionId } = (await findSession(await cookieOf(jens.email)))!;
    await changePassword(jens, sessionId, goodPassword.normalize("NFD"), "🐝 пчёлы på ångström");
    expect(await signedInAs(jens.email, "🐝 пчёлы på ångström".normalize("NFD"))).toBe(jens.id);
  });
});
