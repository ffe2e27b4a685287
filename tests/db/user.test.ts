import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { searchAudit } from "@/lib/audit/queries";
import { startSession } from "@/lib/session/mutations";
import { findSession } from "@/lib/session/queries";
import { acceptInvitation, invite, withdrawInvitation } from "@/lib/user/invitation/mutations";
import { findInvitation, listInvitations } from "@/lib/user/invitation/queries";
import { changeRoles, disablePerson, enablePerson } from "@/lib/user/mutations";
import { findPerson, listPeople } from "@/lib/user/queries";
import { freshDatabase, type TestDatabase } from "./harness";
import { actorOf, anOrganisation, aPerson, cookieOf, goodPassword, refusal, signedInAs } from "./people";

let own: TestDatabase;
let round = 0;
let aleris: Awaited<ReturnType<typeof anOrganisation>>;
let admin: Awaited<ReturnType<typeof aPerson>>;
let actor: Awaited<ReturnType<typeof actorOf>>;
beforeAll(async () => void (own = await freshDatabase()));
afterAll(() => own.close());
beforeEach(async () => {
  aleris = await anOrganisation(own.database, `aleris-${++round}`);
  admin = await named("Admin", "administrator");
  actor = await actorOf(admin.email, aleris.id);
});

const named = (name: string, role: Parameters<typeof aPerson>[3], orgUnitIds: string[] = []) =>
  aPerson(own.database, `${name}${round}`, aleris.id, role, orgUnitIds);
const everything = { room: null, actorId: null, door: null, from: null, to: null, before: null };
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => "done",
    (error: { code: string }) => error.code,
  );
const audited = async (action: string) =>
  (await own.database.auditEntry.findMany({ where: { action, organisationId: aleris.id } })).map(
    ({ actorId, subject, detail }) => ({ actorId, subject, detail }),
  );

describe("an invitation", () => {
  const contributor = { name: "Ny", email: "", role: "contributor" as const };
  const invited = () => ({ ...contributor, email: `ny${round}@tests.example`, orgUnitIds: [aleris.north] });

  test("makes an account with role and org units, once, also when used twice at once", async () => {
    const token = await invite(actor, invited());
    expect(await own.database.invitation.count({ where: { tokenHash: token } }), "only its hash is kept").toBe(0);
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => outcome(acceptInvitation(token, { name: "Nynne", password: "fjorten flade fisk" }))),
    );
    expect(outcomes.filter((one) => one === "done")).toHaveLength(1);
    await expect(acceptInvitation(token, { name: "Nynne", password: "fjorten flade fisk" })).rejects.toEqual(
      refusal("user.invitationOver"),
    );
    const people = await listPeople(aleris.id);
    expect(people.find(({ name }) => name === "Nynne")).toMatchObject({
      email: invited().email,
      roles: ["contributor"],
      orgUnits: [{ id: aleris.north }],
      isDisabled: false,
    });
    const invitee = people.find(({ name }) => name === "Nynne")!;
    expect(await signedInAs(invited().email, "fjorten flade fisk")).toBe(invitee.id);
    expect(await audited("user.invite")).toMatchObject([
      { actorId: actor.id, detail: { role: "contributor", orgUnits: [aleris.north] } },
    ]);
    expect(await audited("user.acceptInvitation")).toHaveLength(1);
  });

  test("dies after 7 days, when withdrawn, when another is made, and says nothing for a made-up secret", async () => {
    const first = await invite(actor, invited());
    const second = await invite(actor, invited());
    expect(await findInvitation(first, new Date())).toBeNull();
    const days = (count: number) => new Date(Date.now() + count * 24 * 3_600_000);
    expect(await findInvitation(second, days(6.99))).not.toBeNull();
    expect(await findInvitation(second, days(7.01))).toBeNull();
    const [open] = await listInvitations(aleris.id, new Date());
    await expect(
      withdrawInvitation({ ...actor, organisationId: (await anOrganisation(own.database, `w${round}`)).id }, open!.id),
    ).rejects.toEqual(refusal("access.notFound"));
    await withdrawInvitation(actor, open!.id);
    await expect(acceptInvitation(second, { name: "Ny", password: goodPassword })).rejects.toEqual(
      refusal("user.invitationOver"),
    );
    for (const made of ["", "x", "A".repeat(43), "\0".repeat(43)])
      expect(await findInvitation(made, new Date())).toBeNull();
  });

  test("refuses a weak password and stays good", async () => {
    const token = await invite(actor, invited());
    await expect(acceptInvitation(token, { name: "Ny", password: "password1234" })).rejects.toMatchObject({
      code: "access.passwordCommon",
      field: "password",
    });
    expect(await findInvitation(token, new Date())).not.toBeNull();
  });

  test("gives the role to whoever has an account already, against its own password", async () => {
    const other = await anOrganisation(own.database, `other-${round}`);
    const kim = await aPerson(own.database, `Kim${round}`, other.id, "controller");
    const token = await invite(actor, { name: "Kim", email: kim.email, role: "manager", orgUnitIds: [] });
    await expect(acceptInvitation(token, { name: "Another", password: "fjorten flade fisk" })).rejects.toEqual(
      refusal("access.currentWrong"),
    );
    await acceptInvitation(token, { name: "Another", password: goodPassword });
    const signedIn = (await findSession(await cookieOf(kim.email)))!;
    expect(signedIn.user.name).toBe(kim.name);
    expect(signedIn.memberships.map(({ organisation, roles }) => [organisation.slug, roles])).toEqual([
      [aleris.slug, ["manager"]],
      [other.slug, ["controller"]],
    ]);
    await expect(invite(actor, { name: "Kim", email: kim.email, role: "manager", orgUnitIds: [] })).rejects.toEqual(
      refusal("user.hasRole"),
    );
  });

  test("needs org units for a contributor, of this organisation, and an administrator", async () => {
    const other = await anOrganisation(own.database, `units-${round}`);
    await expect(invite(actor, { ...invited(), orgUnitIds: [] })).rejects.toMatchObject({
      code: "user.orgUnitsMissing",
      field: "orgUnits",
    });
    await expect(invite(actor, { ...invited(), orgUnitIds: [other.north] })).rejects.toEqual(
      refusal("access.notFound"),
    );
    const controller = await named("Controller", "controller");
    await expect(invite({ organisationId: aleris.id, id: controller.id }, invited())).rejects.toEqual(
      refusal("access.notFound"),
    );
  });
});

describe("changing roles", () => {
  test("counts at once, ends the person's sessions, and is audited", async () => {
    const lis = await named("Lis", "controller");
    const cookie = await cookieOf(lis.email);
    await changeRoles(actor, lis.id, ["contributor", "auditor"], [aleris.south]);
    expect(await findSession(cookie)).toBeNull();
    expect(await findPerson(aleris.id, lis.id)).toMatchObject({
      roles: ["contributor", "auditor"],
      orgUnits: [{ id: aleris.south }],
    });
    expect(await audited("user.changeRoles")).toEqual([
      {
        actorId: actor.id,
        subject: lis.id,
        detail: { before: ["controller"], after: ["contributor", "auditor"], orgUnits: [aleris.south] },
      },
    ]);
    expect(await searchAudit(aleris.id, everything, 1)).toEqual([
      expect.objectContaining({ actor: admin.name, door: "page", action: "user.changeRoles", subject: lis.id }),
    ]);
    await changeRoles(actor, lis.id, [], []);
    expect(await findPerson(aleris.id, lis.id)).toBeNull();
  });

  test("reaches nobody and nothing of another organisation", async () => {
    const other = await anOrganisation(own.database, `foreign-${round}`);
    const mia = await aPerson(own.database, `Mia${round}`, other.id, "controller");
    const cookie = await cookieOf(mia.email);
    await expect(changeRoles(actor, mia.id, ["manager"], [])).rejects.toEqual(refusal("access.notFound"));
    await expect(disablePerson(actor, mia.id)).rejects.toEqual(refusal("access.notFound"));
    expect(await findSession(cookie)).not.toBeNull();
    const nora = await named("Nora", "manager");
    await expect(changeRoles(actor, nora.id, ["contributor"], [other.north])).rejects.toEqual(
      refusal("access.notFound"),
    );
    expect((await findPerson(aleris.id, nora.id))?.roles, "nothing half done").toEqual(["manager"]);
  });
});

describe("the last administrator", () => {
  test("cannot take the role away or close the account", async () => {
    expect(await outcome(changeRoles(actor, admin.id, ["controller"], []))).toBe("user.lastAdministrator");
    expect(await outcome(disablePerson(actor, admin.id))).toBe("user.lastAdministrator");
    expect((await findPerson(aleris.id, admin.id))?.roles).toEqual(["administrator"]);
    expect((await findSession(await cookieOf(admin.email)))?.user.id).toBe(admin.id);
  });

  test("a disabled one does not count", async () => {
    const other = await named("Other", "administrator");
    await disablePerson(actor, other.id);
    expect(await outcome(changeRoles(actor, admin.id, [], []))).toBe("user.lastAdministrator");
    await enablePerson(actor, other.id);
    expect(await outcome(changeRoles(actor, admin.id, [], []))).toBe("done");
  });

  test.each([1, 2, 3, 4, 5])("is left when all try to remove each other at once (%i)", async () => {
    const others = await Promise.all(["B", "C", "D"].map((name) => named(name, "administrator")));
    const everybody = [admin, ...others];
    const actors = await Promise.all(everybody.map(({ email }) => actorOf(email, aleris.id)));
    const outcomes = await Promise.all(
      actors.flatMap((one, index) => {
        const victim = everybody[(index + 1) % everybody.length]!;
        return [
          outcome(changeRoles(one, victim.id, ["manager"], [])),
          outcome(disablePerson(one, victim.id)),
          outcome(changeRoles(one, one.id, [], [])),
        ];
      }),
    );
    expect(
      outcomes.every((one) => ["done", "access.notFound", "user.lastAdministrator"].includes(one)),
      outcomes.join(),
    ).toBe(true);
    const left = await own.database.membership.count({
      where: { organisationId: aleris.id, role: "administrator", user: { disabledAt: null } },
    });
    expect(left).toBeGreaterThanOrEqual(1);
  });
});

describe("closing an account", () => {
  test("ends its sessions at once and lets nobody in until it is opened again", async () => {
    const olga = await named("Olga", "controller");
    const cookie = await cookieOf(olga.email);
    await disablePerson(actor, olga.id);
    expect(await findSession(cookie)).toBeNull();
    await expect(startSession(olga.email, goodPassword)).rejects.toEqual(refusal("access.wrong"));
    expect((await findPerson(aleris.id, olga.id))?.isDisabled).toBe(true);
    await enablePerson(actor, olga.id);
    expect(await signedInAs(olga.email)).toBe(olga.id);
    expect([(await audited("user.disable")).length, (await audited("user.enable")).length]).toEqual([1, 1]);
  });

  test("is refused for whoever also belongs to an organisation the actor does not administer", async () => {
    const other = await anOrganisation(own.database, `shared-${round}`);
    const per = await named("Per", "controller");
    await own.database.membership.create({ data: { organisationId: other.id, userId: per.id, role: "manager" } });
    await expect(disablePerson(actor, per.id)).rejects.toEqual(refusal("user.elsewhere"));
    await own.database.membership.create({
      data: { organisationId: other.id, userId: admin.id, role: "administrator" },
    });
    await expect(disablePerson(actor, per.id)).resolves.toBeUndefined();
  });
});
