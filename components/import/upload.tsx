import { knownMessage } from "@/lib/language/saying/model";
import { useTranslations } from "next-intl";
import { ErrorSummary } from "@/components/ui/error-summary";
import { mostBytes } from "@/lib/import/file/model";
import { FileField } from "./file-field";

/** Bringing a file: what may be brought, and what was wrong with the last one. */
export function Upload({ org, refused, year }: { org: string; refused: string | null; year: number | null }) {
  const t = useTranslations("import");
  const said = refused === null ? null : (knownMessage(t, refused) ?? t("broke"));
  return (
    <section aria-labelledby="import-title">
      <h1 id="import-title">{t("title")}</h1>
      <p className="prose mt-3">{t("lead")}</p>
      <form className="form import-upload" method="post" action={`/${org}/import/upload`} encType="multipart/form-data">
        <ErrorSummary title={t("refusedTitle")} errors={said ? [{ field: "file", message: said }] : []} />
        <FileField
          label={t("file")}
          hint={t("fileHint")}
          tooBig={t("tooBig")}
          most={mostBytes}
          choose={t("choose")}
          none={t("noFile")}
        />
        <button className="btn main large">{t("upload")}</button>
      </form>
      {year === null ? null : (
        <p className="mt-4 mb-6">
          <a href={`/${org}/entry/${year}/template`}>{t("getTemplate", { year })}</a>
        </p>
      )}
    </section>
  );
}
