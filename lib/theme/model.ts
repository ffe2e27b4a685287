/** How the reader wants the screen; `system` follows the device. Print is always light. */
export type Theme = "system" | "light" | "dark";

/** Every choice, the default first. */
export const themes = ["system", "light", "dark"] as const satisfies readonly Theme[];

/** Name of the cookie that remembers a reader's choice. */
export const themeCookie = "theme";

/** The choice something from outside (a cookie, a form) names; anything else follows the device. */
export function themeOf(candidate: unknown): Theme {
  return themes.find((theme) => theme === candidate) ?? "system";
}
