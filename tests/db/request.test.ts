import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createUser, grant } from "@/prisma/demo/factory";
import type { Role } from "@/lib/access/policy";
import { listGivers } from "@/lib/request/giver/queries";
import { remind, sendRequest, withdrawRequest, type RequestInput } from "@/lib/request/mutations";
import { passOn } from "@/lib/request/passing/mutations";
import { progressBy, progressOfAll } from "@/lib/request/progress/model";
import { getRequestProgress } from "@/lib/request/progress/queries";
import { getRequestChoices } from "@/lib/request/queries";
import { countTasks, getTasks } from "@/lib/request/task/queries";
import { saveValues } from "@/lib/value/mutations";
import { freshDatabase, type TestDatabase } from "./harness";
import { anOrganisation } from "./value-world";

let made: TestDatabase;
let serial = 0;
beforeAll(async () => void (made = await freshDatabase()), 60_000);
afterAll(() => made.close());

/** An organisation with a controller, and a contributor for the north and one for the south. */
async function world() {
  const own = await anOrganisation(made.database, `request-${++serial}`);
  const person = async (name: string, role: Role, orgUnits: string[] = []) => {
    const id = await createUser(made.database, {
      name,
      email: `${name.toLowerCase()}-${serial}@tests.example`,
      password: "tolv trætte tårne",
    });
    await grant(made.database, own.organisationId, id, role, orgUnits);
    return id;
  };
  const controller = await person("Controller", "controller");
  const anne = await person("Anne", "contributor", [own.north]);
  const bo = await person("Bo", "contributor", [own.south]);
  const all = [own.electricity, own.water];
  const asker = { organisationId: own.organisationId, actorId: controller };
  const send = (who: RequestInput["who"], more: Partial<RequestInput> = {}) =>
    sendRequest(
      made.database,
      asker,
      { year: 2024, dueOn: "2025-02-15", message: "", kpiIds: all, who, ...more },
      "off",
    );
  const save = (kpiId: string, orgUnitId: string, status: "reported" | "pending" | "notMeasured" | null, seen = 0) =>
    saveValues(made.database, {
      organisationId: own.organisationId,
      actorId: controller,
      door: "page",
      cells: [
        {
          ...{ kpiId, orgUnitId, year: 2024, seen, status, men: null, women: null, comment: "", source: "" },
          ...(status === "reported"
            ? { amount: "5", scale: 0, basis: "" }
            : { amount: null, scale: null, basis: "why" }),
        },
      ],
    });
  return { ...own, controller, anne, bo, asker, send, save, all };
}

describe("a request", () => {
  it("asks the person for every cell that is collected there and has no answer, in one act of the trail", async () => {
    const own = await world();
    await own.save(own.electricity, own.south, "reported");
    const sent = await own.send([
      { orgUnitId: own.north, personId: own.anne },
      { orgUnitId: own.south, personId: own.bo },
    ]);
    // South gives its electricity already, and water is collected in the north only.
    expect(sent).toMatchObject({ cells: 2, people: 1 });
    const tasks = await getTasks(own.organisationId, own.anne, [own.north], "da");
    expect(tasks.map(({ code, orgUnit, dueOn, status }) => [code, orgUnit.code, dueOn, status])).toEqual([
      ["electricity", "north", "2025-02-15", null],
      ["water", "north", "2025-02-15", null],
    ]);
    const [entry] = await made.database.auditEntry.findMany({
      where: { organisationId: own.organisationId, action: "request.send" },
    });
    expect(entry).toMatchObject({
      actorId: own.controller,
      subject: sent.id,
      detail: { cells: 2, people: [own.anne] },
    });
  });

  it("is answered by the cells themselves: a figure or a reason answers, pending and an emptied cell do not", async () => {
    const own = await world();
    await own.send([{ orgUnitId: own.north, personId: own.anne }]);
    const count = async () => (await countTasks(own.organisationId, own.anne, null))?.count ?? 0;
    expect(await count()).toBe(2);
    await own.save(own.electricity, own.north, "reported");
    expect(await count()).toBe(1);
    await own.save(own.water, own.north, "pending");
    expect(await count()).toBe(1);
    await own.save(own.water, own.north, "notMeasured", 1);
    expect(await count()).toBe(0);
    await own.save(own.electricity, own.north, null, 1);
    expect(await count()).toBe(1);
    // Sent back it is asked again, until it is sent in anew.
    await own.save(own.electricity, own.north, "notMeasured", 2);
    const verdict = (kind: "returned" | "submitted") =>
      made.database.valueVerdict.create({
        data: {
          organisationId: own.organisationId,
          ...{ kpiId: own.electricity, orgUnitId: own.north, year: 2024, version: 3 },
          ...{
            verdict: kind,
            definition: "",
            comment: "Se igen.",
            actorId: own.controller,
            batchId: own.controller,
            door: "page",
          },
        },
      });
    await verdict("returned");
    expect(await count()).toBe(1);
    expect(await getTasks(own.organisationId, own.anne, null, "da")).toMatchObject([{ isReturned: true }, {}]);
    await verdict("submitted");
    expect(await count()).toBe(0);
    await own.save(own.electricity, own.north, null, 3);
    const { parts } = await getRequestProgress(own.organisationId, 2024, "da");
    expect(progressOfAll(parts)).toEqual({ filled: 1, pending: 0, missing: 1 });
    expect(progressBy(parts, "personId")).toEqual([{ id: own.anne, progress: { filled: 1, pending: 0, missing: 1 } }]);
  });

  it("is refused whole: somebody without access, others' org units and KPIs, a closed year, nothing left to ask", async () => {
    const [own, other] = [await world(), await world()];
    const refused = async (sending: Promise<unknown>, code: string) => {
      await expect(sending).rejects.toMatchObject({ code });
      expect(await made.database.request.count({ where: { organisationId: own.organisationId } })).toBe(0);
    };
    await refused(own.send([{ orgUnitId: own.south, personId: own.anne }]), "request.cannotGive");
    await refused(own.send([{ orgUnitId: own.north, personId: other.anne }]), "request.cannotGive");
    await refused(own.send([{ orgUnitId: other.north, personId: other.anne }]), "access.notFound");
    const north = [{ orgUnitId: own.north, personId: own.anne }];
    await refused(own.send(north, { kpiIds: [own.water, other.water] }), "access.notFound");
    await refused(own.send(north, { year: 2023 }), "comparability.periodClosed");
    await refused(own.send(north, { year: 2031 }), "access.notFound");
    await refused(own.send(north, { kpiIds: [own.revenue] }), "request.nothing");
  });

  it("takes over what was asked before, and taken back asks nobody", async () => {
    const own = await world();
    await own.send([{ orgUnitId: own.north, personId: own.anne }]);
    const later = await own.send([{ orgUnitId: own.north, personId: own.controller }], { dueOn: "2025-03-01" });
    expect(await countTasks(own.organisationId, own.anne, null)).toBeNull();
    expect(await countTasks(own.organisationId, own.controller, null)).toEqual({ count: 2, dueOn: "2025-03-01" });
    const other = await world();
    await expect(withdrawRequest(made.database, other.asker, later.id)).rejects.toMatchObject({
      code: "access.notFound",
    });
    await withdrawRequest(made.database, own.asker, later.id);
    expect(await countTasks(own.organisationId, own.controller, null)).toBeNull();
    expect((await getRequestProgress(own.organisationId, 2024, "da")).requests).toEqual([]);
  });

  it("proposes the nearest contributor of each org unit, and knows what is open", async () => {
    const own = await world();
    const { orgUnits, pillars } = await getRequestChoices(own.organisationId, 2024, "en");
    const north = orgUnits.find(({ id }) => id === own.north)!;
    expect(north.open).toBe(2);
    expect(north.givers.map(({ personId, distance }) => [personId, distance])).toEqual([
      [own.anne, 0],
      [own.controller, null],
    ]);
    expect(orgUnits.map(({ code }) => code)).toEqual(["root", "north", "south"]);
    expect(pillars.flatMap(({ kpis }) => kpis.map(({ code, open }) => [code, open]))).toEqual([
      ["board", 1],
      ["electricity", 2],
      ["revenue", 1],
      ["water", 1],
    ]);
    await made.database.user.update({ where: { id: own.anne }, data: { disabledAt: new Date() } });
    const able = await listGivers(made.database, own.organisationId);
    expect(able.some(({ personId }) => personId === own.anne)).toBe(false);
  });
});

describe("what is asked of one", () => {
  it("is passed on to somebody with access to the org unit only, and only one's own", async () => {
    const own = await world();
    await own.send([{ orgUnitId: own.north, personId: own.anne }]);
    const pass = (actorId: string, personId: string, kpiIds = own.all, ofAnybody = false) =>
      passOn(
        made.database,
        { organisationId: own.organisationId, actorId, ofAnybody },
        { orgUnitId: own.north, year: 2024, kpiIds, personId },
        "off",
      );
    await expect(pass(own.anne, own.bo)).rejects.toMatchObject({ code: "request.cannotGive" });
    await expect(pass(own.bo, own.controller)).rejects.toMatchObject({ code: "access.notFound" });
    // One of the two is asked of nobody: neither moves.
    await expect(pass(own.anne, own.controller, [own.water, own.revenue])).rejects.toMatchObject({
      code: "access.notFound",
    });
    expect(await countTasks(own.organisationId, own.controller, null)).toBeNull();
    expect(await pass(own.anne, own.controller, [own.water])).toBe(1);
    const [task] = await getTasks(own.organisationId, own.controller, null, "da");
    expect(task).toMatchObject({ code: "water", passedOnBy: "Anne" });
    // A controller may move anybody's.
    expect(await pass(own.controller, own.controller, [own.electricity], true)).toBe(1);
    expect(await countTasks(own.organisationId, own.anne, null)).toBeNull();
  });

  it("is not there for an org unit one has lost, nor in a year that is closed", async () => {
    const own = await world();
    await own.send([{ orgUnitId: own.north, personId: own.anne }]);
    expect(await getTasks(own.organisationId, own.anne, [own.south], "da")).toEqual([]);
    await made.database.reportingPeriod.updateMany({
      where: { organisationId: own.organisationId, year: 2024 },
      data: { state: "closed" },
    });
    expect(await countTasks(own.organisationId, own.anne, [own.north])).toBeNull();
  });
});

describe("a reminder", () => {
  it("reaches those who lack something, once a day, however many remind at once", async () => {
    const own = await world();
    const { id } = await own.send([
      { orgUnitId: own.north, personId: own.anne },
      { orgUnitId: own.south, personId: own.bo },
    ]);
    await own.save(own.electricity, own.south, "notMeasured");
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => remind(made.database, own.asker, id, "2025-02-16", "off")),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const told = await made.database.requestNotice.findMany({ where: { requestId: id, kind: "reminded" } });
    expect(told.map(({ personId, mail }) => [personId, mail])).toEqual([[own.anne, "off"]]);
    await expect(remind(made.database, own.asker, id, "2025-02-16", "off")).rejects.toMatchObject({
      code: "request.remindedToday",
    });
    expect(await remind(made.database, own.asker, id, "2025-02-17", "off")).toBe(1);
    const other = await world();
    await expect(remind(made.database, other.asker, id, "2025-02-18", "off")).rejects.toMatchObject({
      code: "access.notFound",
    });
  });
});
