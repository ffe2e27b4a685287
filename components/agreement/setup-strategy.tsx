import { useTranslations } from "next-intl";
import type { FormField } from "@/components/session/action-form";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import { colours } from "@/lib/setup/pillar/schema";
import {
  addFunctionOf,
  addGoalOf,
  addTrackOf,
  changeGoalOf,
  changeTrackOf,
  setMembersOf,
  setStrategyOf,
} from "@/lib/strategy/actions";
import type { BothNames, FunctionSetup } from "@/lib/strategy/function/queries";
import type { Goal, StrategyView, Track } from "@/lib/strategy/model";
import { Folded, SetupPart } from "./setup-part";

type Props = {
  org: string;
  strategy: StrategyView;
  given: { nameDa: string; nameEn: string; adoptedYear: number; centralFunction: string } | null;
  /** What goals and tracks are called in both languages, by id. */
  names: Map<string, BothNames>;
  functions: FunctionSetup[];
  people: { id: string; name: string }[];
  kpis: KpiName[];
};

/** The strategy and its goals, the tracks and the functions that follow them. */
export function SetupStrategy({ org, strategy, given, names, functions, people, kpis }: Props) {
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
  const called = (id?: string) => [
    text("nameDa", t("setup.nameDa"), id && names.get(id)?.nameDa),
    text("nameEn", t("setup.nameEn"), id && names.get(id)?.nameEn),
  ];
  const code = text("code", t("setup.code"), "", t("setup.codeHint"));
  const none = { value: "", label: t("setup.none") };
  const goalFields = (goal?: Goal): FormField[] => [
    text("year", t("setup.year"), goal && String(goal.year)),
    {
      ...{ kind: "select", name: "kpiId", label: t("setup.kpi"), chosen: goal?.kpiId ?? "" },
      choices: [none, ...kpis.map(({ id, name }) => ({ value: id, label: name }))],
    },
  ];
  const trackFields = (track?: Track): FormField[] => [
    {
      ...{ kind: "select", name: "colour", label: t("setup.colour"), chosen: track?.colour },
      choices: colours.map((colour) => ({ value: colour, label: colourNames(colour) })),
    },
    {
      ...{ kind: "select", name: "goalId", label: t("setup.goal"), chosen: track?.goalId ?? "" },
      choices: [none, ...strategy.goals.map(({ id, name, year }) => ({ value: id, label: `${name} ${year}` }))],
    },
    followers(track?.followers.map(({ id }) => id) ?? []),
  ];
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
        {strategy.goals.map((goal) => (
          <Folded
            key={goal.id}
            title={`${goal.name} ${goal.year}`}
            action={changeGoalOf}
            prefix={goal.id}
            fields={[...called(goal.id), ...goalFields(goal)]}
            {...common}
            hidden={{ org, id: goal.id }}
          />
        ))}
        <Folded
          title={t("setup.addGoal")}
          action={addGoalOf}
          prefix="addGoalOf"
          fields={[...called(), code, ...goalFields()]}
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
            action={changeTrackOf}
            prefix={track.id}
            fields={[...called(track.id), ...trackFields(track)]}
            {...common}
            hidden={{ org, id: track.id }}
          />
        ))}
        <Folded
          title={t("setup.addTrack")}
          action={addTrackOf}
          prefix="addTrackOf"
          fields={[...called(), code, ...trackFields()]}
          {...common}
        />
      </SetupPart>
    </>
  );
}
