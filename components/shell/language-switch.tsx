import { useLocale, useTranslations } from "next-intl";
import { setLocale } from "@/lib/language/actions";
import { locales } from "@/lib/language/model";

const names = { da: "Dansk", en: "English" };

/** Every language by its own name; a form, so that it works without a script. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const current = useLocale();
  return (
    <form action={setLocale} className="choices" aria-label={t("language")}>
      {locales.map((locale) => (
        <button key={locale} name="locale" value={locale} lang={locale} aria-pressed={locale === current}>
          {names[locale]}
        </button>
      ))}
    </form>
  );
}
