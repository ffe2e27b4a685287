"use server";
import { cookies } from "next/headers";
import { publicAction } from "@/lib/access/action";
import { isHttps } from "@/lib/access/origin";
import { themeCookie, themeOf } from "./model";
import { themeChoice } from "./schema";

const save = publicAction.inputSchema(themeChoice).action(async ({ parsedInput: { theme } }) => {
  const year = 365 * 24 * 60 * 60;
  (await cookies()).set(themeCookie, theme, {
    path: "/",
    maxAge: year,
    sameSite: "lax",
    httpOnly: true,
    secure: isHttps(),
  });
});

/** Remembers the reader's choice of a light or dark screen in this browser; anyone may choose, signed in or not. */
export async function chooseTheme(form: FormData): Promise<void> {
  await save({ theme: themeOf(form instanceof FormData ? form.get("theme") : null) });
}
