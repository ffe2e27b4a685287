"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { memberAction, spelledOut } from "@/lib/access/action";
import { actOnBlock, addBlock } from "./block/mutations";
import { addBlockInput, addSectionInput, blockActInput, renameSectionInput, sectionActInput } from "./schema";
import { actOnSection, addSection, renameSection } from "./section/mutations";

/** Moves, hides, shows, copies, removes or brings back a block, and goes to it. */
export const arrangeBlock = memberAction("report.edit")
  .inputSchema(blockActInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, blockId, act, section }, ctx: { access } }) => {
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const about = await actOnBlock(arranger, { id: blockId, act, section: section ?? null });
    revalidatePath(`/${org}/reports`, "layout");
    redirect(`/${org}/reports/${year}/edit${act === "remove" ? "" : `?block=${about}`}`);
  });

/** Moves, hides, shows, copies, removes or brings back a section, and goes to it. */
export const arrangeSection = memberAction("report.edit")
  .inputSchema(sectionActInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, act }, ctx: { access } }) => {
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const about = await actOnSection(arranger, section, act);
    revalidatePath(`/${org}/reports`, "layout");
    redirect(`/${org}/reports/${year}/edit${act === "remove" ? "" : `?section=${about}`}`);
  });

/** Adds a block of a kind, and goes to it. */
export const addBlockOf = memberAction("report.edit")
  .inputSchema(addBlockInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, after, kind }, ctx: { access } }) => {
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const added = await addBlock(arranger, { section, after: after ?? null, kind });
    revalidatePath(`/${org}/reports`, "layout");
    redirect(`/${org}/reports/${year}/edit?block=${added}`);
  });

/** Adds a chapter, and goes to it. */
export const addSectionOf = memberAction("report.edit")
  .inputSchema(addSectionInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, after, ...titles }, ctx: { access } }) => {
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    const code = await addSection(arranger, after ?? null, titles);
    revalidatePath(`/${org}/reports`, "layout");
    redirect(`/${org}/reports/${year}/edit?section=${code}`);
  });

/** Gives a section other titles. */
export const renameSectionOf = memberAction("report.edit")
  .inputSchema(renameSectionInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, year, seen, section, ...titles }, ctx: { access } }) => {
    const arranger = { organisationId: access.organisation.id, year, actorId: access.user.id, seen };
    await renameSection(arranger, section, titles);
    revalidatePath(`/${org}/reports`, "layout");
    redirect(`/${org}/reports/${year}/edit?section=${section}`);
  });
