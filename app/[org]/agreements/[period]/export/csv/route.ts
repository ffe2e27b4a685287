import { getLocale } from "next-intl/server";
import { guarded } from "@/lib/access/route";
import { agreementCsv, commitmentColumns, followUpColumns } from "@/lib/agreement/export/model";
import { getCommitmentRows, getExportedPeriod, getFollowUpRows } from "@/lib/agreement/export/queries";

/** The commitments of a period, or with `?of=follow-ups` what was said of them, as CSV in the language of `?lang=`; `?for=excel` as a Danish spreadsheet reads it. */
export const GET = guarded<{ org: string; period: string }>(
  "agreement.read",
  async ({ nextUrl: { searchParams } }, { organisation: { id, slug } }, { period: code }) => {
    const language = { named: searchParams.get("lang"), own: await getLocale() };
    const { period, locale } = await getExportedPeriod(id, code, language);
    const isExcel = searchParams.get("for") === "excel";
    const isFollowUps = searchParams.get("of") === "follow-ups";
    const content = isFollowUps
      ? agreementCsv(followUpColumns, await getFollowUpRows(id, period.id, locale), isExcel)
      : agreementCsv(commitmentColumns, await getCommitmentRows(id, period.id, locale), isExcel);
    const name = `${slug}-${isFollowUps ? "follow-ups" : "commitments"}-${period.code}-${locale}.csv`;
    return new Response(content, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-language": locale,
        "content-disposition": `attachment; filename="${name}"`,
      },
    });
  },
);
