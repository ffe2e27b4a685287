import { useTranslations } from "next-intl";
import { amountText } from "@/components/agreement/amount";
import type { InitiativeView, TakeUp } from "@/lib/initiative/model";
import type { Locale } from "@/lib/language/model";

/** How easy an initiative is, what is expected of it, how far it has spread and what came of it. */
export function InitiativeFacts({
  initiative: { ease, kpi, expectedEffect },
  takeUp,
  locale,
}: {
  initiative: InitiativeView;
  takeUp: TakeUp;
  locale: Locale;
}) {
  const t = useTranslations("agreement.catalogue");
  return (
    <dl className="initiative-facts">
      <div>
        <dt>{t("ease")}</dt>
        <dd>{t(`eases.${ease}`)}</dd>
      </div>
      <div>
        <dt>{t("expected")}</dt>
        <dd>{kpi && expectedEffect !== null ? `${amountText(expectedEffect, kpi, locale)}, ${kpi.name}` : "–"}</dd>
      </div>
      <div>
        <dt>{t("takeUp")}</dt>
        <dd>
          <b>{t("takeUpOf", { count: takeUp.orgUnits })}</b>
        </dd>
      </div>
      <div>
        <dt>{t("effect")}</dt>
        <dd>
          {takeUp.reported === null ? (
            "–"
          ) : (
            <>
              <b>{amountText(takeUp.reported, kpi, locale)}</b>{" "}
              {t("effectKnown", { known: takeUp.known, count: takeUp.uses })}
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}
