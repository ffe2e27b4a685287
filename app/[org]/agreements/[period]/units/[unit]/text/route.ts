import { getLocale } from "next-intl/server";
import { Refusal } from "@/lib/access/refusal";
import { guarded } from "@/lib/access/route";
import { textInForce, textToSign } from "@/lib/agreement/model";
import { getPeriodPage } from "@/lib/agreement/page/queries";
import { getAgreement } from "@/lib/agreement/queries";

/** A text of an agreement, byte for byte as it was signed: the one `?number=` names, else the one that waits or is in force. */
export const GET = guarded<{ org: string; period: string; unit: string }>(
  "agreement.read",
  async ({ nextUrl: { searchParams } }, { organisation: { id, slug } }, { period: code, unit }) => {
    const { period } = await getPeriodPage(id, code, await getLocale());
    const agreement = period && (await getAgreement(id, period.id, unit, await getLocale()));
    const number = searchParams.get("number");
    const text =
      agreement &&
      (number === null
        ? (textToSign(agreement) ?? textInForce(agreement.texts))
        : agreement.texts.find((one) => String(one.number) === number));
    if (!text) throw new Refusal("access.notFound");
    return new Response(text.text, {
      headers: {
        "content-type": "text/plain; charset=utf-8",
        "content-language": "da",
        "content-disposition": `attachment; filename="${slug}-${code}-${agreement.orgUnit.code}-${text.number}.txt"`,
      },
    });
  },
);
