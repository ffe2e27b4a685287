import "server-only";
import { cookies } from "next/headers";
import { themeCookie, themeOf, type Theme } from "./model";

/** The choice of whoever is asking. */
export async function currentTheme(): Promise<Theme> {
  return themeOf((await cookies()).get(themeCookie)?.value);
}
