import { getLocale, getTranslations } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { commitmentColumns, followUpColumns, sheetOf } from "@/lib/agreement/export/model";
import { getCommitmentRows, getExportedPeriod, getFollowUpRows } from "@/lib/agreement/export/queries";
import { fileTypes } from "@/lib/export/file/model";
import { workbook } from "@/lib/export/xlsx/model";
import { messages } from "@/lib/language/messages";

/** Commitments and follow-ups of a period as a workbook of two sheets, in the language of `?lang=`. */
export const GET = guarded<{ org: string; period: string }>(
  "agreement.read",
  async ({ nextUrl: { searchParams } }, { organisation: { id, slug } }, { period: code }) => {
    const language = { named: searchParams.get("lang"), own: await getLocale() };
    const { period, locale } = await getExportedPeriod(id, code, language);
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
