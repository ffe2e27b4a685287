import type { Say } from "@/lib/language/saying/model";
import type { FormField } from "@/components/session/action-form";
import type { CommitmentView } from "@/lib/agreement/model";
import type { KpiName } from "@/lib/commitment/kpi/queries";
import { typedMilestones } from "@/lib/commitment/milestone/model";
import type { Locale } from "@/lib/language/model";
import { formatDecimal } from "@/lib/number/format";
import type { Track } from "@/lib/strategy/model";

type Given = {
  commitment: CommitmentView | null;
  /** What the form begins with, of an initiative that was picked. */
  picked: { id: string; name: string; kpiId: string | null; expectedEffect: string | null } | null;
  trackId: string;
  tracks: Track[];
  kpis: KpiName[];
  deadline: string;
  locale: Locale;
};

/** The fields of a commitment: what, who, by when, and what tells. `say` speaks of "commitment.*". */
export function commitmentFields(say: Say, given: Given): FormField[] {
  const { commitment, picked, trackId, tracks, kpis, deadline, locale } = given;
  const shown = (amount: string | null | undefined) => (amount ? formatDecimal(amount, locale) : "");
  const fixedTrack = commitment?.isRequired || picked;
  return [
    ...(fixedTrack
      ? []
      : [
          {
            kind: "select" as const,
            name: "trackId",
            label: say("track"),
            choices: tracks.map(({ id, name }) => ({ value: id, label: name })),
            chosen: trackId,
          },
        ]),
    {
      kind: "area",
      name: "text",
      label: say("commitment.text"),
      ...(picked || commitment?.isRequired || commitment?.initiative ? { hint: say("commitment.textHint") } : {}),
      value: commitment?.ownText ?? "",
      rows: 3,
    },
    {
      kind: "text",
      name: "responsible",
      label: say("commitment.responsible"),
      hint: say("commitment.responsibleHint"),
      value: commitment?.responsible ?? "",
      autoComplete: "off",
    },
    {
      kind: "text",
      name: "deadline",
      type: "date",
      label: say("commitment.deadline"),
      value: commitment?.deadline ?? deadline,
    },
    {
      kind: "one",
      name: "measure",
      label: say("commitment.measure"),
      choices: [
        { value: "milestones", label: say("commitment.measureMilestones") },
        { value: "kpi", label: say("commitment.measureKpi") },
      ],
      chosen: [commitment?.measure ?? "milestones"],
    },
    {
      kind: "area",
      name: "milestones",
      label: say("commitment.milestones"),
      hint: say("commitment.milestonesHint"),
      value: typedMilestones(commitment?.milestones ?? []),
    },
    {
      kind: "select",
      name: "kpiId",
      label: say("commitment.kpi"),
      hint: say("commitment.kpiHint"),
      choices: [
        { value: "", label: say("commitment.noneKpi") },
        ...kpis.map(({ id, name, unitOfMeasure }) => ({ value: id, label: `${name} (${unitOfMeasure})` })),
      ],
      chosen: commitment?.kpi?.id ?? picked?.kpiId ?? "",
    },
    {
      kind: "text",
      name: "targetAmount",
      label: say("commitment.target"),
      value: shown(commitment?.targetAmount),
      autoComplete: "off",
    },
    {
      kind: "text",
      name: "expectedEffect",
      label: say("commitment.expected"),
      hint: say("commitment.expectedHint"),
      value: shown(commitment ? commitment.expectedEffect : picked?.expectedEffect),
      autoComplete: "off",
    },
  ];
}
