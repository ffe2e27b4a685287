import { useLocale, useTranslations } from "next-intl";
import { mostKpis, mostPanels, panelKinds, type BlockSettings } from "@/lib/report/schema";
import { reportWords } from "@/lib/report/notation/model";
import { placesOf, type NamedKpi } from "@/lib/report/settings/model";

/** Id of the list every place for a KPI picks from; it stands once on the page. */
const KPI_LIST = "kpi-choices";

/** The KPIs that places on the page can name. */
export function KpiChoices({ kpis }: { kpis: NamedKpi[] }) {
  const locale = useLocale() === "en" ? "en" : "da";
  return (
    <datalist id={KPI_LIST}>
      {kpis.map((kpi) => (
        <option key={kpi.code} value={kpi[locale]} />
      ))}
    </datalist>
  );
}

/** Places for KPIs, each by name; an emptied one is taken out. */
export function KpiFields({
  id,
  name,
  codes,
  kpis,
}: {
  id: string;
  name: string;
  codes: readonly string[];
  kpis: NamedKpi[];
}) {
  const t = useTranslations("report.settings");
  const locale = useLocale() === "en" ? "en" : "da";
  const nameOf = (code: string) => kpis.find((kpi) => kpi.code === code)?.[locale] ?? code;
  return (
    <fieldset className="field kpi-places">
      <legend>{t("kpis")}</legend>
      <p className="hint">{t("kpisHint", { most: mostKpis })}</p>
      {placesOf(codes, nameOf, mostKpis).map((value, index) => (
        <input
          key={index}
          id={`${id}-${name}-${index}`}
          name={name}
          type="text"
          list={KPI_LIST}
          defaultValue={value}
          autoComplete="off"
          aria-label={t("kpi", { number: index + 1 })}
        />
      ))}
    </fieldset>
  );
}

/** The drawings of a chart: kind, titles and KPIs of each; one without KPIs is taken out. */
export function ChartPanels({
  id,
  panels,
  kpis,
}: {
  id: string;
  panels: BlockSettings["chart"]["panels"];
  kpis: NamedKpi[];
}) {
  const t = useTranslations("report.settings");
  const places = Array.from({ length: Math.min(mostPanels, panels.length + 1) }, (_, index) => panels[index] ?? null);
  return places.map((panel, index) => (
    <fieldset key={index} className="field panel-fields">
      <legend>{panel ? t("panel", { number: index + 1 }) : t(index === 0 ? "firstPanel" : "anotherPanel")}</legend>
      <div className="field">
        <label htmlFor={`${id}-kind-${index}`}>{t("kind")}</label>
        <select id={`${id}-kind-${index}`} name={`kind-${index}`} defaultValue={panel?.kind ?? panelKinds[0]}>
          {panelKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {(["titleDa", "titleEn"] as const).map((name) => (
        <div key={name} className="field">
          <label htmlFor={`${id}-${name}-${index}`}>{t(name)}</label>
          <input
            id={`${id}-${name}-${index}`}
            name={`${name}-${index}`}
            type="text"
            lang={name === "titleDa" ? "da" : "en"}
            defaultValue={panel?.[name] ?? ""}
            maxLength={120}
          />
        </div>
      ))}
      <KpiFields id={id} name={`kpi-${index}`} codes={panel?.kpis ?? []} kpis={kpis} />
    </fieldset>
  ));
}

/** The seventeen goals to choose from; none: the chapter's own. */
export function GoalFields({ chosen }: { chosen: readonly number[] }) {
  const t = useTranslations("report.settings");
  const { sdg } = reportWords(useLocale() === "en" ? "en" : "da").report;
  return (
    <fieldset className="field goal-choices">
      <legend>{t("goals")}</legend>
      <p className="hint">{t("goalsHint")}</p>
      <div>
        {Object.entries(sdg).map(([number, name]) => (
          <label key={number} className="choice">
            <input type="checkbox" name="goal" value={number} defaultChecked={chosen.includes(Number(number))} />
            <span>
              {number} {name}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
