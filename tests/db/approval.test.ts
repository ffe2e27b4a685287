import { describe, expect, it } from "vitest";
import { withClient } from "@/lib/database/connection";
import { refusalIn, stateOf, unapproved, verdicts, type VerdictKind } from "@/lib/approval/model";
import { countApprovals, getApprovals, getVerdicts } from "@/lib/approval/queries";
import { publishYear } from "@/lib/publication/record/mutations";
import { saveValues } from "@/lib/value/mutations";
import { amount, approvalWorld } from "./approval-world";

const { here, store, say, at, state } = approvalWorld();

describe("the life of a value", () => {
  it("goes from draft over submitted to approved; a change waits by itself; a return asks for a submission", async () => {
    await store("5", 0);
    expect(await state()).toBe("draft");
    expect(await say("approved", here.reviewer)).toEqual({ given: 0, refused: { notWaiting: 1 } });
    expect(await say("submitted", here.ours.actorId)).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("submitted");
    expect(await say("approved", here.reviewer)).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("approved");
    await store("6", 1);
    expect(await state()).toBe("submitted");
    expect(await say("returned", here.reviewer, at(2))).toEqual({ given: 1, refused: {} });
    expect(await state()).toBe("returned");
    await store("7", 2);
    expect(await state()).toBe("draft");
    expect(await say("submitted", here.ours.actorId, at(3))).toEqual({ given: 1, refused: {} });
    const said = await getVerdicts(here.ours.organisationId, {
      kpiId: here.ours.electricity,
      orgUnitId: here.ours.north,
      year: 2024,
    });
    expect(said.map(({ verdict, version, by, comment }) => [verdict, version, by, comment])).toEqual([
      ["submitted", 3, expect.stringContaining("Controller"), ""],
      ["returned", 2, "Reviewer", "kWh?"],
      ["approved", 1, "Reviewer", ""],
      ["submitted", 1, expect.stringContaining("Controller"), ""],
    ]);
  });

  it("is asked anew by another definition, not by another name", async () => {
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    await say("approved", here.reviewer);
    const where = { kpiId: here.ours.electricity };
    await here.database.kpiVersion.updateMany({ where, data: { nameDa: "Elektricitet", tolerancePercent: 10 } });
    expect(await state()).toBe("approved");
    await here.database.kpiVersion.updateMany({ where, data: { definitionDa: "Med ladestandere." } });
    expect(await state()).toBe("draft");
    expect(
      (await getApprovals(here.ours.organisationId, 2024, [here.ours.north])).values().next().value?.isRedefined,
    ).toBe(true);
  });

  it("is decided by the same rule in the database and in the model", async () => {
    await store("5", 0);
    const place = { kpiId: here.ours.electricity, orgUnitId: here.ours.north };
    let version = 1;
    for (const [step, verdict] of [...verdicts, ...verdicts, "returned", "submitted", "approved"].entries()) {
      const before = (await state())!;
      const expected = refusalIn(before, verdict as VerdictKind);
      const outcome = await say(verdict as VerdictKind, here.reviewer, at(version));
      expect(outcome, `${step} ${before} ${verdict}`).toEqual(
        expected ? { given: 0, refused: { [expected]: 1 } } : { given: 1, refused: {} },
      );
      const [last] = await here.database.valueVerdict.findMany({ where: place, orderBy: { id: "desc" }, take: 1 });
      const definition = last?.definition ?? "";
      expect(await state()).toBe(stateOf(last ?? null, { version, definition }));
      if (step % 2 === 0) await store(String(10 + step), version++);
      expect(await state()).toBe(stateOf(last ?? null, { version, definition }));
    }
  });
});

describe("four eyes", () => {
  it("keep the author from approving, also after somebody else changed a word", async () => {
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    expect(await say("approved", here.ours.actorId)).toEqual({ given: 0, refused: { ownFigure: 1 } });
    const cells = [
      {
        kpiId: here.ours.electricity,
        orgUnitId: here.ours.north,
        year: 2024,
        seen: 1,
        ...amount("5"),
        comment: "Main meter",
      },
    ];
    await saveValues(here.database, {
      organisationId: here.ours.organisationId,
      actorId: here.reviewer,
      door: "page",
      cells,
    });
    for (const person of [here.ours.actorId, here.reviewer])
      expect(await say("approved", person, at(2))).toEqual({ given: 0, refused: { ownFigure: 1 } });
  });

  it("can be demanded of one KPI only", async () => {
    const { organisationId: id } = here.ours;
    await here.database.organisation.update({ where: { id }, data: { needsFourEyes: false } });
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    await here.database.kpi.update({ where: { id: here.ours.electricity }, data: { needsFourEyes: true } });
    expect(await say("approved", here.ours.actorId)).toEqual({ given: 0, refused: { ownFigure: 1 } });
    await here.database.kpi.update({ where: { id: here.ours.electricity }, data: { needsFourEyes: false } });
    expect(await say("approved", here.ours.actorId)).toEqual({ given: 1, refused: {} });
  });
});

describe("a closed year", () => {
  const step = (to: "open" | "closed") =>
    here.database.reportingPeriod.update({
      where: { organisationId_year: { organisationId: here.ours.organisationId, year: 2024 } },
      data: { state: to },
    });
  const publish = () =>
    here.database.$transaction((tx) =>
      publishYear(tx, { organisationId: here.ours.organisationId, year: 2024, actorId: here.reviewer, door: "page" }),
    );

  it("takes no verdict, and is published only when everything of it is approved", async () => {
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    await expect(publish()).rejects.toThrow("approval.yearOpen");
    await step("closed");
    expect(await say("approved", here.reviewer)).toEqual({ given: 0, refused: { periodClosed: 1 } });
    await expect(publish()).rejects.toMatchObject({ code: "approval.yearWaits", values: { count: 1, year: 2024 } });
    await step("open");
    await say("approved", here.reviewer);
    await step("closed");
    expect(unapproved(await countApprovals(here.ours.organisationId, 2024))).toBe(0);
    await publish();
    const { state: now } = await here.database.reportingPeriod.findFirstOrThrow({
      where: { organisationId: here.ours.organisationId, year: 2024 },
    });
    expect(now).toBe("published");
  });
});

describe("verdicts are history", () => {
  it("which nobody changes, the owner included, and which says why something is returned", async () => {
    await store("5", 0);
    await say("submitted", here.ours.actorId);
    await expect(here.database.valueVerdict.updateMany({ data: { verdict: "approved" } })).rejects.toThrow(
      /permission denied/,
    );
    await expect(here.database.valueVerdict.deleteMany()).rejects.toThrow(/permission denied/);
    await withClient(here.ownerUrl, async (owner) => {
      await expect(owner.query(`UPDATE "ValueVerdict" SET verdict = 'approved'`)).rejects.toThrow(/append-only/);
      await expect(owner.query(`DELETE FROM "ValueVerdict"`)).rejects.toThrow(/append-only/);
    });
    await expect(say("returned", here.reviewer, { comment: " " })).rejects.toThrow();
  });
});
