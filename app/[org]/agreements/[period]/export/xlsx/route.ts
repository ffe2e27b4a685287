import { getLocale, getTranslations } from "next-intl/server";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { commitmentColumns, followUpColumns, sheetOf } from "@/lib/agreement/export/model";
import { getCommitmentRows, getFollowUpRows } from "@/lib/agreement/export/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { fileTypes } from "@/lib/export/file/model";
import { workbook } from "@/lib/export/xlsx/model";
import { isLocale } from "@/lib/language/model";
import { messages } from "@/lib/language/messages";

/** Commitments and follow-ups of a period as a workbook of two sheets, in the language of `?lang=`. */
export const GET = guarded<{ org: string; period: string }>(
  "agreement.read",
  async ({ nextUrl: { searchParams } }, { organisation: { id, slug } }, { period: code }) => {
    const asked = searchParams.get("lang");
    const locale = isLocale(asked) ? asked : await getLocale();
    const { period } = await getPeriodPage(id, code, locale);
    if (!period) throw new Refusal("access.notFound");
    const t = await getTranslations({ locale, namespace: "agreement.export" });
    const { head } = messages[locale].agreement.export;
    const [commitments, followUps] = await Promise.all([
      getCommitmentRows(id, period.id, locale),
      getFollowUpRows(id, period.id, locale),
    ]);
    const content = await workbook([
      sheetOf(t("commitments"), commitmentColumns, head, commitments),
      sheetOf(t("followUps"), followUpColumns, head, followUps),
    ]);
    return new Response(content, {
      headers: {
        "content-type": fileTypes.xlsx,
        "content-language": locale,
        "content-disposition": `attachment; filename="${slug}-agreements-${period.code}-${locale}.xlsx"`,
      },
    });
  },
);
