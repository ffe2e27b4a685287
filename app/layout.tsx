import type { Metadata, Viewport } from "next";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { SignSprite } from "@/components/ui/sign-sprite";
import { currentTheme } from "@/lib/theme/current";
import { typefaces } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Ledestjerne", template: "%s – Ledestjerne" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#FBFAF7" },
    { media: "(prefers-color-scheme: dark)", color: "#14191D" },
  ],
};

/**
 * The document every page stands in. Language and theme come from cookies, read here, so that the first paint is
 * right without a script.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, theme] = await Promise.all([getLocale(), currentTheme()]);
  return (
    <html lang={locale} data-theme={theme === "system" ? undefined : theme} className={typefaces}>
      <body>
        <SignSprite />
        {children}
      </body>
    </html>
  );
}
