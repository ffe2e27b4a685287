"use server";
import { revalidatePath } from "next/cache";
import { memberAction, spelledOut } from "@/lib/access/action";
import { describePicture } from "./mutations";
import { describeInput } from "./schema";

/** Changes what is said of a picture: what it shows, and who made it. */
export const describePictureOf = memberAction("report.edit")
  .inputSchema(describeInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { org, id, seen, ...words }, ctx: { access } }) => {
    const writer = { organisationId: access.organisation.id, actorId: access.user.id };
    const described = await describePicture(writer, { id, seen }, words);
    revalidatePath(`/${org}/reports`, "layout");
    return described;
  });
