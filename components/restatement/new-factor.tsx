import { getTranslations } from "next-intl/server";
import { unitText, valueText } from "@/components/factor/marks";
import { Message } from "@/components/ui/message";
import type { FactorVersion } from "@/lib/emission-factor/model";
import type { Locale } from "@/lib/language/model";
import { remarkIn } from "@/lib/language/model";
import type { FactorOffer } from "@/lib/restatement/offer/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

type Props = { offer: FactorOffer; year: number | null; org: string; locale: Locale };

/** Which versions of an emission factor published years keep, and the form that lets them keep another. */
export async function NewFactorRestatement({ offer, year, org, locale }: Props) {
  const t = await getTranslations("restatement");
  const { code, activity, versions, kept } = offer;
  const said = (version: FactorVersion) => `${valueText(version, locale)} ${unitText(version, locale)}`;
  const years = kept.map((row) => ({ value: String(row.year), label: String(row.year) }));
  const chosen = String(kept.some((row) => row.year === year) ? year : (kept[0]?.year ?? ""));
  return (
    <>
      <h1>{t("factor.heading", { name: activity })}</h1>
      <p className="lead">{t("factor.lead")}</p>
      <dl className="facts">
        {kept.map((row) => (
          <div key={row.year}>
            <dt>{t("factor.kept", { year: String(row.year) })}</dt>
            <dd>
              {row.version
                ? t("factor.version", { version: row.version.version, value: said(row.version) })
                : t("factor.none")}
            </dd>
          </div>
        ))}
      </dl>
      {kept.length === 0 ? (
        <Message title={t("factor.nothingPublished")} />
      ) : (
        <RestatementForm
          hidden={{ what: "factor", org, factor: code }}
          fields={[
            {
              ...{ kind: "one", name: "version", label: t("factor.versionField") },
              choices: versions.map((version) => ({
                value: version.id,
                label: t("factor.version", { version: version.version, value: said(version) }),
                hint: t("factor.versionHint", {
                  year: String(version.validFromYear),
                  source: remarkIn(version.source, locale),
                }),
              })),
              chosen: [versions[0]!.id],
            },
            { kind: "select", name: "fromYear", label: t("factor.fromYear"), choices: years, chosen },
            { kind: "select", name: "toYear", label: t("factor.toYear"), choices: years, chosen },
            ...reasonFields(t),
          ]}
          words={formWords(t, activity, t("factor.years"))}
        />
      )}
    </>
  );
}
