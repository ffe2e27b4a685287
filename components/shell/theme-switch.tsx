import { getTranslations } from "next-intl/server";
import { chooseTheme } from "@/lib/theme/actions";
import { currentTheme } from "@/lib/theme/current";
import { themes } from "@/lib/theme/model";

/** Light, dark, or as the device has it. */
export async function ThemeSwitch() {
  const [t, current] = await Promise.all([getTranslations("shell"), currentTheme()]);
  return (
    <form action={chooseTheme} className="choices" aria-label={t("theme")}>
      {themes.map((theme) => (
        <button key={theme} name="theme" value={theme} aria-pressed={theme === current}>
          {t(`themes.${theme}`)}
        </button>
      ))}
    </form>
  );
}
