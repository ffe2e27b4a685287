"use server";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { publicAction, spelledOut } from "@/lib/access/action";
import { startSession } from "@/lib/session/mutations";
import { setUp } from "./mutations";
import { setupSchema } from "./schema";

/** Sets the installation up and signs its first administrator in. */
export const setUpInstallation = publicAction
  .inputSchema(setupSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput }) => {
    await setUp({ ...parsedInput, locale: await getLocale() }, currentYear());
    await startSession(parsedInput.email, parsedInput.password);
    redirect(`/${parsedInput.slug}`);
  });

/** In Copenhagen: there the year is over an hour or two before it is in UTC. */
function currentYear(): number {
  return Number(new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Europe/Copenhagen" }).format());
}
