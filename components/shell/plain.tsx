import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { LanguageSwitch } from "./language-switch";

/** The frame of pages outside any organisation: signing in, setting up, one's account, what went wrong. */
export function PlainFrame({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  const t = useTranslations("shell");
  return (
    <div className="plain">
      <a className="skip" href="#main">
        {t("skip")}
      </a>
      <header>
        {/* A plain link: every page carries this frame for what does not exist, and would carry a link's script with it. */}
        <a className="brand" href="/">
          <Brand />
        </a>
        <LanguageSwitch />
      </header>
      <main id="main" tabIndex={-1} className={wide ? "wide" : undefined}>
        {children}
      </main>
    </div>
  );
}
