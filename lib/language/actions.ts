"use server";

import { revalidatePath } from "next/cache";
import { publicAction } from "@/lib/access/action";
import { keepLocale } from "@/lib/language/cookie";
import { rememberLocale } from "@/lib/language/mutations";
import { languageChoice } from "@/lib/language/schema";
import { currentSession } from "@/lib/session/current";

/** Anyone may choose a language, signed in or not; who is signed in finds it again in other browsers. */
const chooseLocale = publicAction.inputSchema(languageChoice).action(async ({ parsedInput: { locale } }) => {
  const signedIn = await currentSession();
  if (signedIn) await rememberLocale(signedIn.user.id, locale);
  await keepLocale(locale);
  revalidatePath("/", "layout");
});

/** For `<form action={setLocale}>` with a button named "locale"; works without JavaScript. An unknown language, or no form, changes nothing. */
export async function setLocale(form: FormData): Promise<void> {
  await chooseLocale({ locale: form instanceof FormData ? form.get("locale") : null });
}
