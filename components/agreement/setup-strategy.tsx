import { useTranslations } from "next-intl";
import type { FormField } from "@/components/session/action-form";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import { colours } from "@/lib/setup/pillar/schema";
import {
  addFunctionOf,
  addGoalOf,
  addTrackOf,
  setFollowersOf,
  setMembersOf,
  setStrategyOf,
} from "@/lib/strategy/actions";
import type { FunctionSetup } from "@/lib/strategy/function/queries";
import type { StrategyView } from "@/lib/strategy/model";
import { Folded, SetupPart } from "./setup-part";

type Props = {
  org: string;
  strategy: StrategyView;
  given: { nameDa: string; nameEn: string; adoptedYear: number; centralFunction: string } | null;
  functions: FunctionSetup[];
  people: { id: string; name: string }[];
  kpis: KpiName[];
};

/** The strategy and its goals, the tracks and the functions that follow them. */
export function SetupStrategy({ org, strategy, given, functions, people, kpis }: Props) {
  const t = useTranslations("agreement");
  const colourNames = useTranslations("setup.pillar.colours");
  const hidden = { org };
  const common = {
    hidden,
    submit: { label: t("setup.save"), className: "btn main" },
    summary: t("refused"),
    done: t("setup.saved"),
  };
  const text = (name: string, label: string, value = "", hint?: string): FormField => ({
    ...{ kind: "text", name, label, value, hint },
    autoComplete: "off",
  });
  const named = [
    text("nameDa", t("setup.nameDa")),
    text("nameEn", t("setup.nameEn")),
    text("code", t("setup.code"), "", t("setup.codeHint")),
  ];
  const none = { value: "", label: t("setup.none") };
  const followers = (chosen: string[]): FormField => ({
    ...{ kind: "many", name: "functionIds", label: t("setup.followers"), chosen },
    choices: functions.map(({ id, name }) => ({ value: id, label: name })),
  });
  return (
    <>
      <SetupPart id="strategy" title={given?.nameDa && strategy.name ? strategy.name : t("setup.strategy")}>
        <Folded
          title={t("setup.strategy")}
          action={setStrategyOf}
          prefix="setStrategyOf"
          fields={[
            text("nameDa", t("setup.nameDa"), given?.nameDa),
            text("nameEn", t("setup.nameEn"), given?.nameEn),
            text("adoptedYear", t("setup.adopted"), given ? String(given.adoptedYear) : ""),
            text("centralFunction", t("setup.central"), given?.centralFunction),
          ]}
          {...common}
        />
      </SetupPart>
      <SetupPart id="goals" title={t("setup.goals")}>
        {strategy.goals.length === 0 ? <p className="muted">{t("setup.goalsNone")}</p> : null}
        <ul className="plain-list">
          {strategy.goals.map(({ id, name, year }) => (
            <li key={id}>
              {name} {year}
            </li>
          ))}
        </ul>
        <Folded
          title={t("setup.addGoal")}
          action={addGoalOf}
          prefix="addGoalOf"
          fields={[
            ...named,
            text("year", t("setup.year")),
            {
              ...{ kind: "select", name: "kpiId", label: t("setup.kpi") },
              choices: [none, ...kpis.map(({ id, name }) => ({ value: id, label: name }))],
            },
          ]}
          {...common}
        />
      </SetupPart>
      <SetupPart id="functions" title={t("setup.functions")}>
        {functions.map(({ id, name, memberIds }) => (
          <Folded
            key={id}
            title={t("setup.members", { name })}
            hint={t("setup.membersHint")}
            action={setMembersOf}
            prefix={id}
            fields={[
              {
                ...{ kind: "many", name: "userIds", label: t("setup.members", { name }), chosen: memberIds },
                choices: people.map((person) => ({ value: person.id, label: person.name })),
              },
            ]}
            {...common}
            hidden={{ org, functionId: id }}
          />
        ))}
        <Folded
          title={t("setup.addFunction")}
          action={addFunctionOf}
          prefix="addFunctionOf"
          fields={[text("name", t("setup.name")), text("code", t("setup.code"), "", t("setup.codeHint"))]}
          {...common}
        />
      </SetupPart>
      <SetupPart id="tracks" title={t("setup.tracks")}>
        {strategy.tracks.map((track) => (
          <Folded
            key={track.id}
            title={`${track.name} · ${track.followers.map(({ name }) => name).join(", ") || t("setup.none")}`}
            action={setFollowersOf}
            prefix={track.id}
            fields={[followers(track.followers.map(({ id }) => id))]}
            {...common}
            hidden={{ org, trackId: track.id }}
          />
        ))}
        <Folded
          title={t("setup.addTrack")}
          action={addTrackOf}
          prefix="addTrackOf"
          fields={[
            ...named,
            {
              ...{ kind: "select", name: "colour", label: t("setup.colour") },
              choices: colours.map((colour) => ({ value: colour, label: colourNames(colour) })),
            },
            {
              ...{ kind: "select", name: "goalId", label: t("setup.goal") },
              choices: [none, ...strategy.goals.map(({ id, name, year }) => ({ value: id, label: `${name} ${year}` }))],
            },
            followers([]),
          ]}
          {...common}
        />
      </SetupPart>
    </>
  );
}
