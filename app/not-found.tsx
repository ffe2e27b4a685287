import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import { PlainFrame } from "@/components/shell/plain";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.notFound");
  return { title: t("title") };
}

/** Nothing is here, or nothing this person may see; the two are not told apart. */
export default function NotFound() {
  const t = useTranslations("shell.notFound");
  return (
    <PlainFrame>
      <h1>{t("title")}</h1>
      <p className="prose">{t("text")}</p>
      <p className="btns mt-6">
        <a className="btn main" href="/">
          {t("home")}
        </a>
      </p>
    </PlainFrame>
  );
}
