"use server";
import { revalidatePath } from "next/cache";
import { getLocale } from "next-intl/server";
import { memberAction, spelledOut } from "@/lib/access/action";
import { saveSettings } from "./mutations";
import { namedKpis } from "./queries";
import { fieldsOf } from "./reading/model";
import { settingsInput } from "./schema";

/** Sets what a block draws: its KPIs, panels, axis, picture, goals, role. */
export const saveBlockSettings = memberAction("report.edit")
  .inputSchema(settingsInput, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput, ctx: { access } }) => {
    const { org, year, blockId, seen } = parsedInput;
    const writer = { organisationId: access.organisation.id, year, actorId: access.user.id };
    const fields = fieldsOf(parsedInput, await getLocale());
    const saved = await saveSettings(
      writer,
      { id: blockId, seen },
      fields,
      await namedKpis(writer.organisationId, year),
    );
    revalidatePath(`/${org}/reports`, "layout");
    return saved;
  });
