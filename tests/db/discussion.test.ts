import { describe, expect, it } from "vitest";
import * as discussing from "@/lib/discussion/mutations";
import * as discussions from "@/lib/discussion/queries";
import { getEvidence } from "@/lib/evidence/queries";
import { discuss } from "@/prisma/demo/beside-factory";
import { besideWorld, judged, pdf } from "./beside-world";

const { here, actor, cell, addTo } = besideWorld();

describe("discussions", () => {
  const speaker = () => ({ organisationId: here.aleris.organisationId, actorId: here.aleris.actorId });
  const say = (id: string, act: "message" | "resolved" | "reopened", text: string, seen: number, by = speaker()) =>
    discussing.continueDiscussion(here.database, by, id, { act, text, seen });

  it("are begun, answered, resolved and reopened, in order, with who and when, and a link each in the trail", async () => {
    const id = await discussing.beginDiscussion(here.database, speaker(), cell(), "Is it kWh?\nLook again.");
    await say(id, "message", "Yes", 1);
    await say(id, "resolved", "", 2);
    await expect(say(id, "message", "But", 3)).rejects.toMatchObject({ code: "discussion.isResolved" });
    await expect(say(id, "resolved", "", 3)).rejects.toMatchObject({ code: "discussion.isResolved" });
    await say(id, "reopened", "Once more", 3);
    await expect(say(id, "reopened", "", 4)).rejects.toMatchObject({ code: "discussion.isOpen" });
    const [view] = await discussions.getDiscussions(here.aleris.organisationId, cell());
    expect(view!.lines.map(({ act, text, by }) => [act, text, by])).toEqual([
      ["message", "Is it kWh?\nLook again.", "Controller of aleris"],
      ["message", "Yes", "Controller of aleris"],
      ["resolved", "", "Controller of aleris"],
      ["reopened", "Once more", "Controller of aleris"],
    ]);
    const trail = await here.database.auditEntry.findMany({ where: { subject: id }, orderBy: { sequence: "asc" } });
    expect(trail.map(({ action }) => action)).toEqual([
      "discussion.begin",
      "discussion.message",
      "discussion.resolved",
      "discussion.reopened",
    ]);
    expect(JSON.stringify(trail.map(({ detail }) => detail))).not.toContain("kWh");
  });

  it("are not resolved over something that was not read; messages at once all stay", async () => {
    const id = await discussing.beginDiscussion(here.database, speaker(), cell(here.aleris.water), "First");
    await Promise.all(Array.from({ length: 6 }, (_, at) => say(id, "message", `m${at}`, 1)));
    const [view] = await discussions.getDiscussions(here.aleris.organisationId, cell(here.aleris.water));
    expect(view!.lines).toHaveLength(7);
    await expect(say(id, "resolved", "", 6)).rejects.toMatchObject({ code: "discussion.moved" });
    const settled = await Promise.allSettled([say(id, "resolved", "", 7), say(id, "resolved", "", 7)]);
    expect(settled.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("are out of another organisation's reach", async () => {
    const id = await discussing.beginDiscussion(
      here.database,
      speaker(),
      cell(here.aleris.board, here.aleris.root),
      "Ours",
    );
    const foreign = { organisationId: here.region.organisationId, actorId: here.region.actorId };
    await expect(say(id, "message", "Theirs", 1, foreign)).rejects.toMatchObject({ code: "access.notFound" });
    expect(await discussions.findDiscussion(here.region.organisationId, id)).toBeNull();
    await expect(
      discussing.beginDiscussion(here.database, speaker(), cell(here.region.electricity), "x"),
    ).rejects.toThrow();
    expect(await here.database.discussionEntry.count({ where: { discussionId: id } })).toBe(1);
  });

  it("keep what an erased person said, without a name", async () => {
    const person = await here.database.user.create({ data: { name: "Leaves", email: "leaves@aleris.example" } });
    const where = cell(here.aleris.revenue, here.aleris.root);
    await discuss(here.database, { organisationId: here.aleris.organisationId, ...where }, [
      { actorId: person.id, at: new Date(), text: "Stays" },
    ]);
    const id = await addTo(where.year === 2024 ? cell(here.aleris.intensity, here.aleris.root) : where, judged(pdf), {
      ...actor(),
      actorId: person.id,
    });
    await here.database.user.delete({ where: { id: person.id } });
    const views = await discussions.getDiscussions(here.aleris.organisationId, where);
    expect(views.flatMap(({ lines }) => lines).at(-1)).toMatchObject({ text: "Stays", by: "" });
    expect(
      (await getEvidence(here.aleris.organisationId, cell(here.aleris.intensity, here.aleris.root)))[0],
    ).toMatchObject({
      id,
      by: "",
    });
  });
});
