import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import type { RequestChoices } from "@/lib/request/queries";

/** What a new request asks for and of whom: KPIs by pillar, all chosen, and for every org unit the person proposed. */
export function Choices({ pillars, orgUnits }: RequestChoices) {
  const t = useTranslations("request.form");
  const common = useTranslations("request");
  return (
    <>
      <fieldset className="field request-kpis" id="kpis">
        <legend>{t("kpis")}</legend>
        <p className="hint">{t("kpisHint")}</p>
        {pillars.map(({ code, name, kpis }) => (
          <details key={code} open>
            <summary>{t("all", { name: name ?? common("base"), count: kpis.length })}</summary>
            <div className="request-boxes">
              {kpis.map(({ id, name: kpi, open }) => (
                <label className="choice" key={id}>
                  <input type="checkbox" name="kpis" value={id} defaultChecked />
                  <span>
                    {kpi} <span className="muted">{open}</span>
                  </span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </fieldset>
      <fieldset className="field request-who" id="who">
        <legend>{t("who")}</legend>
        <p className="hint">{t("whoHint")}</p>
        {orgUnits.map(({ id, code, name, open, givers }) => {
          const proposed = givers.find(({ distance }) => distance !== null);
          return (
            <Field key={id} name="who" id={`who-${code}`} label={name} hint={t("open", { count: open })}>
              {(control) => (
                <select {...control} defaultValue={proposed ? `${id}:${proposed.personId}` : ""}>
                  <option value="">{t("nobody")}</option>
                  {givers.map(({ personId, name: person, distance }) => (
                    <option key={personId} value={`${id}:${personId}`}>
                      {distance === null ? t("entersForAll", { name: person }) : person}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          );
        })}
      </fieldset>
    </>
  );
}
