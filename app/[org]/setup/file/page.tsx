import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SetupFileForm } from "@/components/setup/file-form";
import { fileWords } from "@/components/setup/file-words";
import { SetupFrame } from "@/components/setup/frame";
import { requireAccess } from "@/lib/access/page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setup.part"))("file") };
}

/** The whole set-up as a file: to take along, and to bring in after a look at what it would change. */
export default async function SetupFilePage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "setup.edit");
  const { slug } = access.organisation;
  const t = await getTranslations("setup");
  const here = `/${slug}/setup/file/download`;
  return (
    <SetupFrame access={access} part="file">
      <h1>{t("part.file")}</h1>
      <p className="lead">{t("file.lead")}</p>
      <h2>{t("file.exportTitle")}</h2>
      <p className="prose">{t("file.exportText")}</p>
      <p className="btns">
        <a className="btn" href={here} download>
          {t("file.exportYaml")}
        </a>
        <a className="btn" href={`${here}?format=json`} download>
          {t("file.exportJson")}
        </a>
      </p>
      <h2>{t("file.importTitle")}</h2>
      <p className="prose">{t("file.importText")}</p>
      <SetupFileForm org={slug} words={fileWords((key) => t(key))} />
    </SetupFrame>
  );
}
