import { useTranslations } from "next-intl";
import { ActionForm, type FormField } from "@/components/session/action-form";
import { Link } from "@/components/ui/link";
import type { AgreementPeriod } from "@/lib/agreement/period/model";
import { openAgreementPeriod, setAgreementRules } from "@/lib/agreement/period/actions";
import { removeRequirementOf, setRequirement } from "@/lib/agreement/requirement/actions";
import type { RequirementView } from "@/lib/agreement/requirement/queries";
import type { Locale } from "@/lib/language/model";
import type { Track } from "@/lib/strategy/model";
import { dayText } from "./amount";
import { spoken } from "./frame";
import { ExampleMark } from "./marks";
import { Folded, SetupPart } from "./setup-part";

type Props = {
  org: string;
  periods: AgreementPeriod[];
  tracks: Track[];
  /** Of the newest period. */
  minima: Map<string, number>;
  requirements: RequirementView[];
  units: { id: string; name: string }[];
  locale: Locale;
};

/** The periods; rules and requirements of the newest; opening the next, rolled forward from it. */
export function SetupPeriods({ org, periods, tracks, minima, requirements, units, locale }: Props) {
  const t = useTranslations("agreement");
  const newest = periods[0] ?? null;
  const submit = { label: t("setup.save"), className: "btn main" };
  const common = { submit, summary: t("refused"), done: t("setup.saved") };
  const minimum: FormField[] = tracks.map(({ id, name }) => ({
    ...{ kind: "text", name: `minimum-${id}`, label: t("setup.minimum", { track: name }) },
    value: String(minima.get(id) ?? 0),
    autoComplete: "off",
  }));
  const day = (name: "from" | "to"): FormField => ({ kind: "text", name, type: "date", label: t(`setup.${name}`) });
  const text = (name: "noteDa" | "noteEn", value = ""): FormField => ({
    ...{ kind: "text", name, label: t(`setup.${name}`), value },
    autoComplete: "off",
  });
  return (
    <SetupPart id="periods" title={t("setup.periods")}>
      <ul className="plain-list">
        {periods.map(({ code, from, to, followUpMonths }) => (
          <li key={code}>
            <Link href={`/${org}/agreements/${code}`}>{spoken(code)}</Link>{" "}
            <span className="muted">
              {dayText(from, locale)} – {dayText(to, locale)} · {t("setup.months_of", { count: followUpMonths })}
            </span>
          </li>
        ))}
      </ul>
      {newest ? (
        <>
          <h3>{t("setup.requirements", { period: spoken(newest.code) })}</h3>
          <ul className="requirements">
            {requirements.map(({ id, trackId, text: said, orgUnit, isExample }) => (
              <li key={id}>
                <div>
                  {said}
                  {isExample ? <ExampleMark /> : null}
                  <small>
                    {tracks.find((track) => track.id === trackId)?.name} · {orgUnit ?? t("setup.everyUnit")}
                  </small>
                </div>
                <ActionForm
                  action={removeRequirementOf}
                  prefix={id}
                  fields={[]}
                  hidden={{ org, id }}
                  submit={{
                    label: t("setup.removeRequirement"),
                    describe: t("setup.removeRequirementOf", { text: said }),
                    className: "act",
                  }}
                  summary={t("refused")}
                />
              </li>
            ))}
          </ul>
          <Folded
            title={t("setup.addRequirement", { period: spoken(newest.code) })}
            action={setRequirement}
            prefix="requirement"
            fields={[
              {
                ...{ kind: "select", name: "trackId", label: t("track") },
                choices: tracks.map(({ id, name }) => ({ value: id, label: name })),
              },
              {
                ...{ kind: "select", name: "orgUnitId", label: t("setup.concerns") },
                choices: [
                  { value: "", label: t("setup.everyUnit") },
                  ...units.map(({ id, name }) => ({ value: id, label: name })),
                ],
              },
              { kind: "area", name: "textDa", label: t("setup.textDa"), rows: 2 },
              { kind: "area", name: "textEn", label: t("setup.textEn"), rows: 2 },
            ]}
            {...common}
            hidden={{ org, periodId: newest.id }}
          />
          <Folded
            title={t("setup.rules", { period: spoken(newest.code) })}
            action={setAgreementRules}
            prefix="rules"
            fields={minimum}
            {...common}
            hidden={{ org, periodId: newest.id }}
          />
        </>
      ) : null}
      <Folded
        title={t("setup.openPeriod")}
        hint={t("setup.openHint")}
        action={openAgreementPeriod}
        prefix="open"
        fields={[
          day("from"),
          day("to"),
          {
            ...{ kind: "select", name: "previousId", label: t("setup.previous"), chosen: newest?.id ?? "" },
            choices: [
              { value: "", label: t("setup.none") },
              ...periods.map(({ id, code }) => ({ value: id, label: spoken(code) })),
            ],
          },
          { kind: "text", name: "followUpMonths", label: t("setup.months"), value: "6", autoComplete: "off" },
          ...minimum,
          text("noteDa"),
          text("noteEn"),
        ]}
        {...common}
        submit={{ ...submit, label: t("setup.openPeriod") }}
        hidden={{ org }}
      />
    </SetupPart>
  );
}
