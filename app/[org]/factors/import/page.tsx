import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { FactorFileForm } from "@/components/factor/file-form";
import { FactorsFrame } from "@/components/factor/frame";
import { requireAccess } from "@/lib/access/page";
import { getFrameYear } from "@/lib/dashboard/queries";
import { exampleFile } from "@/lib/emission-factor/file/model";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("factor.file"))("title") };
}

/** Bringing factors in from a spreadsheet. */
export default async function FactorImportPage({ params }: { params: Promise<{ org: string }> }) {
  const access = await requireAccess((await params).org, "factor.edit");
  const { id, slug } = access.organisation;
  const [t, locale, year] = await Promise.all([getTranslations("factor"), getLocale(), getFrameYear(id)]);
  const word = (key: "label" | "hint" | "choose" | "preview" | "nothing") => t(`file.${key}`);
  return (
    <FactorsFrame access={access} year={year} crumbs={[{ label: t("file.title") }]}>
      <h1>{t("file.title")}</h1>
      <p className="prose mt-3 mb-6">{t("file.text")}</p>
      <FactorFileForm
        org={slug}
        words={{
          label: word("label"),
          hint: word("hint"),
          choose: word("choose"),
          preview: word("preview"),
          nothing: word("nothing"),
          summary: t("summary"),
          confirm: t("file.confirm"),
          confirmOne: t("file.confirmOne"),
          refused: t("file.refused"),
          columns: { line: t("column.line"), code: t("column.code"), what: t("column.what") },
          what: {
            newFactor: t("file.newFactor"),
            newVersion: t("file.newVersion"),
            unchanged: t("file.unchanged"),
            refused: t("file.refusedLine"),
          },
        }}
      />
      <h2 className="mt-10 mb-3">{t("file.exampleTitle")}</h2>
      <pre className="factor-example" tabIndex={0}>
        {exampleFile(locale)}
      </pre>
    </FactorsFrame>
  );
}
