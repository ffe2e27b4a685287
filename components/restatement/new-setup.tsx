import { getTranslations } from "next-intl/server";
import type { FormField } from "@/components/session/action-form";
import { decidingFields } from "@/components/setup/kpi-fields";
import { limitText, targetFields } from "@/components/setup/targets";
import type { Locale } from "@/lib/language/model";
import type { getSetupOffer } from "@/lib/restatement/offer/queries";
import type { Restatable } from "@/lib/restatement/preview/queries";
import { RestatementForm } from "./restatement-form";
import { formWords, reasonFields } from "./words";

type Offer = NonNullable<Awaited<ReturnType<typeof getSetupOffer>>>;
type Props = { cell: Restatable; offer: Offer; org: string; locale: Locale };

/** What a KPI is in a published year, and the form to say it anew from a year on. */
export async function NewDefinitionRestatement({ cell, offer, org, locale }: Props) {
  const [t, setup] = await Promise.all([getTranslations("restatement"), getTranslations("setup")]);
  const { code, shortName, year } = cell;
  const say = (key: string) => setup(key as "title");
  return (
    <>
      <h1>{t("definition.heading", { name: shortName })}</h1>
      <p className="lead">{t("definition.lead", { year: String(offer.held.validFromYear) })}</p>
      <RestatementForm
        hidden={{ what: "definition", org, kpi: code }}
        fields={[
          {
            ...{ kind: "text", name: "validFromYear", label: t("definition.from"), hint: t("definition.fromHint") },
            ...{ value: String(offer.held.validFromYear), inputMode: "numeric" },
          },
          ...decidingFields(say, offer.held, offer.codes, locale),
          ...reasonFields(t),
        ]}
        words={formWords(t, shortName, String(year))}
      />
    </>
  );
}

/** The targets a published year is judged by, and a form for each to say it anew, and for one that was missing. */
export async function NewTargetRestatement({ cell, offer, org, locale }: Props) {
  const [t, setup] = await Promise.all([getTranslations("restatement"), getTranslations("setup")]);
  const { code, shortName, year } = cell;
  const say = (key: string) => setup(key as "title");
  const targets = offer.kpi.targets.filter((target) => target.year >= year);
  // The one in force stands first: the year's own, else the next.
  const target = targets.find((one) => one.setInYear === null || one.setInYear <= year) ?? targets[0];
  const due: FormField = {
    ...{ kind: "text", name: "dueYear", label: say("target.year"), hint: t("target.dueHint") },
    ...{ value: String(target?.year ?? year), inputMode: "numeric" },
  };
  return (
    <>
      <h1>{t("target.heading", { name: shortName })}</h1>
      <p className="lead">{t("target.lead")}</p>
      <dl className="facts">
        {targets.map((one) => (
          <div key={one.id}>
            <dt>{t("target.of", { year: String(one.year) })}</dt>
            <dd>
              {say(`target.kinds.${one.kind}`)} {limitText(one, locale)}
            </dd>
          </div>
        ))}
      </dl>
      <RestatementForm
        hidden={{ what: "target", org, kpi: code }}
        fields={[
          due,
          ...targetFields(say, target ?? null, locale),
          { kind: "box", name: "isEnded", label: t("target.ended") },
          ...reasonFields(t),
        ]}
        words={formWords(t, shortName, String(year))}
      />
    </>
  );
}
