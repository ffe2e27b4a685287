"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { actOnBlock, addBlock } from "./block/mutations";
import { addBlockInput, addSectionInput, blockActInput, renameSectionInput, sectionActInput } from "./schema";
import { actOnSection, addSection, renameSection } from "./section/mutations";

// Each refreshes the page first: where it is refused, the page shows what somebody else did meanwhile.

/** Moves, hides, shows, copies, removes or brings back a block, and goes to it. */
export const arrangeBlock = memberAction("report.edit")
  .inputSchema(blockActInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(
    async ({ parsedInput: { org, year, seen, blockId, version, act, section, before }, ctx: { access } }) => {
      revalidatePath(`/${org}/reports`, "layout");
      const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
      const about = await actOnBlock(arranger, {
        id: blockId,
        act,
        version: version ?? null,
        section: act === "transfer" || act === "place" ? (section ?? null) : null,
        before: before ?? null,
      });
      // What stays where it is needs no other page: the focus stays too, and a block is moved on from the keyboard.
      if (about === blockId && act !== "remove" && act !== "restore") return { about };
      redirect(`/${org}/reports/${year}/edit${act === "remove" ? "" : `?block=${about}`}`);
    },
  );

/** Moves, hides, shows, copies, removes or brings back a section, and goes to it. */
export const arrangeSection = memberAction("report.edit")
  .inputSchema(sectionActInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, act, before }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const about = await actOnSection(arranger, section, act, before ?? null);
    if (about === section && act !== "remove" && act !== "restore") return { about };
    redirect(`/${org}/reports/${year}/edit${act === "remove" ? "" : `?section=${about}`}`);
  });

/** Adds a block of a kind, and goes to it. */
export const addBlockOf = memberAction("report.edit")
  .inputSchema(addBlockInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, after, kind }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const added = await addBlock(arranger, { section, after: after ?? null, kind });
    redirect(`/${org}/reports/${year}/edit?block=${added}`);
  });

/** Adds a chapter, and goes to it. */
export const addSectionOf = memberAction("report.edit")
  .inputSchema(addSectionInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, after, ...titles }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const code = await addSection(arranger, after ?? null, titles);
    redirect(`/${org}/reports/${year}/edit?section=${code}`);
  });

/** Gives a section other titles. */
export const renameSectionOf = memberAction("report.edit")
  .inputSchema(renameSectionInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, ...titles }, ctx: { access } }) => {
    revalidatePath(`/${org}/reports`, "layout");
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    await renameSection(arranger, section, titles);
    redirect(`/${org}/reports/${year}/edit?section=${section}`);
  });
