import { Refusal } from "@/lib/access/refusal";
import { recordAudit } from "@/lib/audit/mutations";
import { database } from "@/lib/database/client";
import type { Setter } from "@/lib/setup/change/mutations";
import { importSetup } from "@/lib/setup/file/mutations";
import { exportSetup } from "@/lib/setup/file/queries";
import { writeSetup } from "@/lib/setup/file/text/model";
import { renamed } from "@/lib/setup/organisation/name/model";
import { giveRole } from "@/lib/user/mutations";
import { createOrganisation } from "@/lib/user/setup/mutations";

/** A further organisation: its name, the word in its addresses, its first reporting year. */
export type NewOrganisation = { name: string; slug: string; year: number; begin: "empty" | "copy" };

/**
 * Makes a further organisation with its root org unit and first reporting year, and whoever makes it its
 * administrator. `copy`: with the set-up of the organisation it is made from, without figures and people. Refuses
 * `setup.slugTaken`.
 */
export async function addOrganisation(from: Setter, { name, slug, year, begin }: NewOrganisation): Promise<void> {
  const setup = begin === "copy" ? await exportSetup(from.organisationId) : null;
  const organisationId = await database.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended('set up', 0))::text`;
    if (await tx.organisation.count({ where: { slug } })) throw new Refusal("setup.slugTaken", {}, "slug");
    const id = await createOrganisation(tx, { name, slug, year });
    await giveRole(tx, id, from.actorId, "administrator", []);
    const made = { actorId: from.actorId, door: "page" as const, subject: slug };
    await recordAudit(tx, { ...made, organisationId: id, action: "organisation.setUp" });
    await recordAudit(tx, {
      ...made,
      organisationId: from.organisationId,
      action: "organisation.add",
      detail: { begin },
    });
    return id;
  });
  if (!setup) return;
  const text = writeSetup({ ...setup, organisation: renamed(setup.organisation, name) }, "json");
  await importSetup({ organisationId, actorId: from.actorId }, text, null);
}
