import { getLocale, getTranslations } from "next-intl/server";
import { issueAgreementTicket } from "@/lib/access/agreement-ticket";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { textInForce, textToSign } from "@/lib/agreement/model";
import { linesOfText } from "@/lib/agreement/text/model";
import { printPage } from "@/lib/chromium/print";
import { findAgreement } from "@/lib/commitment/page/queries";
import { fileTypes } from "@/lib/export/file/model";

/** The agreement on A4, tagged: the text in force, else the one that waits; 503 with words while there is no browser to print it, or no turn. */
export const GET = guarded<{ org: string; period: string; unit: string }>(
  "agreement.read",
  async (_, { organisation: { id, slug, name } }, { period: code, unit }) => {
    const locale = await getLocale();
    const found = await findAgreement(id, { period: code, unit }, locale);
    const text = found && (textInForce(found.agreement.texts) ?? textToSign(found.agreement));
    if (!text) throw new Refusal("access.notFound");
    const title = linesOfText(text.text)[0]?.text ?? "";
    try {
      const { pdf } = await printPage(
        () => `/print/agreement/${issueAgreementTicket({ organisation: name, title, text })}`,
        locale,
      );
      return new Response(pdf, {
        headers: {
          "content-type": fileTypes.pdf,
          "content-language": "da",
          "content-disposition": `attachment; filename="${slug}-${code}-${found.agreement.orgUnit.code}.pdf"`,
        },
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return Response.json(
        { code: error.code, message: (await getTranslations())(error.code as "report.printBusy") },
        { status: 503, headers: { "retry-after": "5" } },
      );
    }
  },
);
