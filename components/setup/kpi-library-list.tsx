import { useTranslations } from "next-intl";
import type { Locale } from "@/lib/language/model";
import { inLanguage, inputsOf, libraryKpi } from "@/lib/setup/kpi-library/model";
import { topics, type LibraryKpi, type Topic } from "@/lib/setup/kpi-library/topic/model";
import { unitLabel } from "@/lib/unit-of-measure/model";

type Props = { kpis: LibraryKpi[]; present: ReadonlySet<string>; isAllTicked: boolean; locale: Locale };

/** KPIs of the library by subject, each with a box to tick; what the organisation has already says so. */
export function LibraryList({ kpis, present, isAllTicked, locale }: Props) {
  const groups = (Object.keys(topics) as Topic[])
    .map((topic) => ({ topic, kpis: kpis.filter((kpi) => kpi.topic === topic) }))
    .filter((group) => group.kpis.length > 0);
  return (
    <div className="kpi-library" id="codes" tabIndex={-1}>
      {groups.map(({ topic, kpis }) => (
        <section key={topic} aria-labelledby={`topic-${topic}`}>
          <h2 id={`topic-${topic}`}>{inLanguage(topics[topic].name, locale)}</h2>
          <ul>
            {kpis.map((kpi) => (
              <LibraryRow key={kpi.code} kpi={kpi} isPresent={present.has(kpi.code)} {...{ isAllTicked, locale }} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function LibraryRow({
  kpi,
  isPresent,
  isAllTicked,
  locale,
}: Pick<Props, "isAllTicked" | "locale"> & { kpi: LibraryKpi; isPresent: boolean }) {
  const t = useTranslations("setup.kpiLibrary");
  const inputs = inputsOf(kpi).map((code) => inLanguage(libraryKpi(code)!.name, locale));
  const origin = kpi.formula
    ? t("calculatedFrom", { inputs: inputs.join(" · ") })
    : t(kpi.isOfOrganisation ? "enteredOnce" : "enteredPerUnit");
  const name = inLanguage(kpi.name, locale);
  return (
    <li className={isPresent ? "present" : undefined}>
      {isPresent ? (
        <p className="choice">
          <span className="there">{t("there")}</span>
          <span className="name">{name}</span>
        </p>
      ) : (
        <label className="choice">
          <input type="checkbox" name="codes" value={kpi.code} defaultChecked={isAllTicked} />
          <span className="name">
            {name}
            {kpi.isBase ? <span className="muted"> · {t("base")}</span> : null}
          </span>
        </label>
      )}
      <div className="said">
        <p>{inLanguage(kpi.definition, locale)}</p>
        <p className="muted">{origin}</p>
      </div>
      <p className="unit">{unitLabel(kpi.unitOfMeasure, locale, "long")}</p>
      <p className="muted asked">
        {kpi.sources.map(({ framework, edition, disclosure }) => (
          <span key={`${framework} ${disclosure}`} title={`${framework} ${edition}`}>
            {framework} {disclosure}
          </span>
        ))}
      </p>
    </li>
  );
}
