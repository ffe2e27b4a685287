import { getTranslations } from "next-intl/server";
import { Message } from "@/components/ui/message";
import type { CoverageOffer } from "@/lib/restatement/offer/queries";
import type { Restatable } from "@/lib/restatement/preview/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

/** Whom the organisation's published figure covers, and the form to say it anew. */
export async function NewCoverageRestatement({
  cell,
  offer,
  org,
}: {
  cell: Restatable;
  offer: CoverageOffer;
  org: string;
}) {
  const t = await getTranslations("restatement");
  const { code, shortName, year, isPublished } = cell;
  const at = { name: shortName, year: String(year) };
  return (
    <>
      <h1>{t("coverage.heading", at)}</h1>
      <p className="lead">{t("coverage.lead")}</p>
      {!isPublished ? (
        <Message title={t("new.open", { year: String(year) })} />
      ) : !offer.hasFigure ? (
        <Message title={t("coverage.notEntered", at)} />
      ) : (
        <RestatementForm
          hidden={{ what: "coverage", org, kpi: code, year: String(year) }}
          fields={[
            {
              ...{ kind: "many", name: "orgUnits", label: t("coverage.orgUnits"), hint: t("coverage.orgUnitsHint") },
              choices: offer.orgUnits.map(({ id, name }) => ({ value: id, label: name })),
              chosen: offer.orgUnits.filter(({ isCovered }) => isCovered).map(({ id }) => id),
            },
            ...reasonFields(t),
          ]}
          words={formWords(t, shortName, String(year))}
        />
      )}
    </>
  );
}
