import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { CountingOffer } from "@/lib/restatement/offer/queries";
import type { Restatable } from "@/lib/restatement/preview/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

/** Which of the organisation's two published figures counts, and the form to say it anew. */
export async function NewCountingRestatement({
  cell,
  offer,
  org,
}: {
  cell: Restatable;
  offer: CountingOffer;
  org: string;
}) {
  const [t, comparability] = await Promise.all([getTranslations("restatement"), getTranslations("comparability")]);
  const { code, shortName, year, isPublished } = cell;
  const at = { name: shortName, year: String(year) };
  return (
    <>
      <h1>{t("counting.heading", at)}</h1>
      <p className="lead">{t("counting.lead")}</p>
      {!isPublished ? (
        <Message title={t("new.open", { year: String(year) })} />
      ) : !offer.hasFigure ? (
        <Message title={t("counting.notEntered", at)} />
      ) : (
        <RestatementForm
          hidden={{ what: "counting", org, kpi: code, year: String(year) }}
          fields={[
            {
              ...{ kind: "one", name: "counts", label: comparability("beside.counts") },
              choices: [
                { value: "entered", label: comparability("beside.countsEntered") },
                { value: "consolidated", label: comparability("beside.countsConsolidated") },
              ],
              chosen: [offer.counts],
            },
            ...reasonFields(t),
          ]}
          words={formWords(t, shortName, String(year))}
        />
      )}
    </>
  );
}
