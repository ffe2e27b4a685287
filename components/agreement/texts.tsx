import { useTranslations } from "next-intl";
import { textInForce, textToSign, type AgreementView } from "@/lib/agreement/model";
import type { Locale } from "@/lib/language/model";
import { AgreementDocument, Signatures } from "./text";

/** The texts of an agreement, newest first, with their signatures; open is the one to sign, else the one in force. */
export function Texts({ agreement, here, locale }: { agreement: AgreementView; here: string; locale: Locale }) {
  const t = useTranslations("agreement");
  const inForce = textInForce(agreement.texts);
  const waiting = textToSign(agreement);
  return (
    <section id="text" aria-labelledby="text-title">
      <h2 id="text-title">{waiting ? t("textToSign") : t("textTitle")}</h2>
      {[...agreement.texts].reverse().map((text) => {
        const isShown = text.id === (waiting ?? inForce)?.id;
        return (
          <details key={text.id} className="text-edition" open={isShown}>
            <summary>
              {t(`kind.${text.kind}`, { edition: text.edition })} ·{" "}
              {text.signatures.length === 2
                ? text.id === inForce?.id
                  ? t("inForce")
                  : t("wasInForce")
                : text.id === waiting?.id
                  ? t("waits")
                  : t("takenBack")}
            </summary>
            {text.reason ? <p className="prose">{t("because", { reason: text.reason })}</p> : null}
            <Signatures text={text} locale={locale} textHref={`${here}/text?number=${text.number}`} />
            <AgreementDocument text={text} level={2} />
          </details>
        );
      })}
    </section>
  );
}
