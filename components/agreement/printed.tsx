import type { TextView } from "@/lib/agreement/model";
import type { Locale } from "@/lib/language/model";
import { AgreementDocument, Signatures } from "./text";
import "./agreement.css";
import "./printed.css";

/** An agreement on A4: its words, then who signed them, with the hash that proves both. */
export function PrintedAgreement({
  organisation,
  text,
  locale,
}: {
  organisation: string;
  text: TextView;
  locale: Locale;
}) {
  return (
    <main className="printed-agreement agreements">
      <p className="letterhead">{organisation}</p>
      <AgreementDocument text={text} level={1} />
      <Signatures text={text} locale={locale} textHref={null} />
    </main>
  );
}
