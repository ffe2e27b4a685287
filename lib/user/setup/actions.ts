"use server";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { publicAction, spelledOut } from "@/lib/access/action";
import { Refusal } from "@/lib/access/refusal";
import { importSetup } from "@/lib/setup/file/mutations";
import { startSession } from "@/lib/session/mutations";
import { firstSetup } from "./file/model";
import { setUp } from "./mutations";
import { setupSchema } from "./schema";

/** Sets the installation up and signs its first administrator in. */
export const setUpInstallation = publicAction
  .inputSchema(setupSchema, { handleValidationErrorsShape: spelledOut })
  .stateAction(async ({ parsedInput: { file, ...setup } }) => {
    const year = currentYear();
    const text = file ? await beginning(file, { name: setup.organisation, year }) : null;
    const made = await setUp({ ...setup, locale: await getLocale() }, year);
    if (text !== null) await importSetup({ ...made, door: "import" }, text, null);
    await startSession(setup.email, setup.password);
    redirect(text === null ? `/${setup.slug}` : `/${setup.slug}/setup`);
  });

/** The text of a set-up file that can be begun with. Refuses `user.setupFileWrong`, which names the first place. */
async function beginning(file: File, organisation: { name: string; year: number }): Promise<string> {
  const first = firstSetup(await file.text(), organisation);
  if (first.ok) return first.text;
  const [problem] = first.problems;
  const { path, line, code, values } = problem!;
  const say = (await getTranslations()) as (key: never, values: never) => string;
  const place = [line === null ? "" : String(line), path].filter(Boolean).join(", ") || "–";
  const reason = say(code as never, values as never);
  throw new Refusal("user.setupFileWrong", { count: first.problems.length, place, reason }, "file");
}

/** In Copenhagen: there the year is over an hour or two before it is in UTC. */
function currentYear(): number {
  return Number(new Intl.DateTimeFormat("en", { year: "numeric", timeZone: "Europe/Copenhagen" }).format());
}
