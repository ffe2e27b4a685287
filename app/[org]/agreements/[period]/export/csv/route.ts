import { getLocale } from "next-intl/server";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { agreementCsv, commitmentColumns, followUpColumns } from "@/lib/agreement/export/model";
import { getCommitmentRows, getFollowUpRows } from "@/lib/agreement/export/queries";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { isLocale } from "@/lib/language/model";

/** The commitments of a period, or with `?of=follow-ups` what was said of them, as CSV in the language of `?lang=`; `?for=excel` as a Danish spreadsheet reads it. */
export const GET = guarded<{ org: string; period: string }>(
  "agreement.read",
  async ({ nextUrl: { searchParams } }, { organisation: { id, slug } }, { period: code }) => {
    const asked = searchParams.get("lang");
    const locale = isLocale(asked) ? asked : await getLocale();
    const { period } = await getPeriodPage(id, code, locale);
    if (!period) throw new Refusal("access.notFound");
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
