import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Access } from "@/lib/access/model";
import { may } from "@/lib/access/policy";
import "./import.css";

/** From the entry pages to a workbook: the template of the sheet (of `unit`, a code, or of all) and the way back in. Nothing for whoever may not import. */
export function ImportLinks({ access, year, unit }: { access: Access; year: number; unit?: string }) {
  const t = useTranslations("import");
  if (!may(access.roles, "value.import")) return null;
  const slug = access.organisation.slug;
  const query = unit ? `unit=${encodeURIComponent(unit)}` : "";
  const template = `/${slug}/entry/${year}/template`;
  return (
    <p className="import-links">
      <Link href={`/${slug}/import`}>{t("fromFile")}</Link>
      <a href={`${template}${query && `?${query}`}`}>{t("getTemplate", { year })}</a>
      <a href={`${template}?${[query, "format=csv"].filter(Boolean).join("&")}`}>{t("getTemplateCsv")}</a>
    </p>
  );
}
